package dev.writeback.testkit.contract;

import dev.writeback.spi.WritebackStore;

/** The contract, held against a store with a flaw. */
final class FlawedStore extends WritebackStoreContract {

    private final StoreFlaw flaw;

    FlawedStore(StoreFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    protected WritebackStore emptyStore() {
        return new PlainStore(flaw);
    }
}
