package dev.writeback.testkit.contract;

import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.List;
import java.util.function.BiFunction;

/** The contract, held against a sink that tells of holders in another way. */
final class FlawedHolders extends HoldersContract {

    private final BiFunction<DirectorySink, HolderRequest, HolderOutcome> flaw;

    FlawedHolders(BiFunction<DirectorySink, HolderRequest, HolderOutcome> flaw) {
        this.flaw = flaw;
    }

    @Override
    protected DirectoryUnderTest open() {
        return new PlainDirectory(sink -> new Telling(sink, flaw));
    }

    private record Telling(DirectorySink sink, BiFunction<DirectorySink, HolderRequest, HolderOutcome> flaw)
            implements DirectorySink {

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return sink.lookup(request);
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return sink.write(write);
        }

        @Override
        public HolderOutcome holders(HolderRequest request) {
            return flaw.apply(sink, request);
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return sink.check(request);
        }
    }
}
