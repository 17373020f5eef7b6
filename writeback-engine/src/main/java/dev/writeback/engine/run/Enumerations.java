package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds each number of objects that a source states against the one before. */
final class Enumerations {

    private static final Logger LOG = LoggerFactory.getLogger(Enumerations.class);

    private final Parts parts;

    Enumerations(Parts parts) {
        this.parts = parts;
    }

    /**
     * Keeps that a source was read from its start to its end, before anything is done about it.
     *
     * @return why the run is held, if far too few objects are left
     */
    Optional<Problem> keep(Cycle cycle, long stated) {
        Runs runs = parts.store().records().journal().runs();
        Instant now = parts.time().instant();
        OptionalLong before = runs.account(now).enumerated();
        Optional<Problem> shrunk = parts.restraint().shrunk(before, stated);
        runs.keep(new RunRecord(
                cycle.id(),
                cycle.started(),
                Optional.of(now),
                shrunk.isPresent() ? RunRecord.State.HELD : RunRecord.State.FREE,
                shrunk,
                OptionalLong.of(stated),
                Map.of()));
        shrunk.ifPresent(why -> LOG.warn("run {} is held: {}", cycle.id(), why.reason()));
        return shrunk;
    }
}
