package dev.writeback.integration;

import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.HolderOutcome;
import dev.writeback.spi.HolderRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.List;
import java.util.Optional;

/**
 * The real directory, which somebody else reaches at the worst moment.
 *
 * @param real who does everything
 * @param meddling who comes between
 */
record MeddledDirectory(DirectorySink real, Meddling meddling) implements DirectorySink {

    @Override
    public List<LookupOutcome> lookup(LookupRequest request) {
        return real.lookup(request);
    }

    @Override
    public WriteOutcome write(EntryWrite write) {
        meddling.before(write);
        WriteOutcome outcome = real.write(write);
        meddling.after(write);
        return outcome;
    }

    @Override
    public HolderOutcome holders(HolderRequest request) {
        return real.holders(request);
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return real.check(request);
    }

    @Override
    public Optional<DirectoryWatch> watch() {
        return real.watch();
    }
}
