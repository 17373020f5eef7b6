package dev.writeback.testkit.contract;

import dev.writeback.spi.DirectorySink;
import java.util.function.UnaryOperator;

/** The contract, held against a sink with a flaw. */
final class FlawedSink extends DirectorySinkContract {

    private final UnaryOperator<DirectorySink> flaw;

    FlawedSink(UnaryOperator<DirectorySink> flaw) {
        this.flaw = flaw;
    }

    @Override
    protected DirectoryUnderTest open() {
        return new PlainDirectory(flaw);
    }
}
