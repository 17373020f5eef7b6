package dev.writeback.testkit.contract;

import dev.writeback.spi.WritebackStore;

class PlainStoreTest extends WritebackStoreContract {

    @Override
    protected WritebackStore emptyStore() {
        return new PlainStore(StoreFlaw.NONE);
    }
}
