package dev.writeback.testkit.contract;

import dev.writeback.spi.DirectoryWatch;
import java.util.function.UnaryOperator;

/** The contract, held against a watch with a flaw. */
final class FlawedWatch extends DirectoryWatchContract {

    private final UnaryOperator<DirectoryWatch> flaw;

    FlawedWatch(UnaryOperator<DirectoryWatch> flaw) {
        this.flaw = flaw;
    }

    @Override
    protected WatchedDirectory open() {
        return new PlainWatchedDirectory(flaw);
    }
}
