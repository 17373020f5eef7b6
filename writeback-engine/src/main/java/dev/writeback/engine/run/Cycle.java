package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.model.Baseline;
import dev.writeback.spi.WorkItem;
import java.time.Instant;

/**
 * One run.
 *
 * @param id what its statuses name it
 * @param started when it began; what comes due later waits for the next one
 * @param kind whether what was agreed before counts
 * @param domains whose addresses may be written
 */
public record Cycle(String id, Instant started, Kind kind, AcceptedDomains domains) {

    /** Whether what was agreed before counts. */
    public enum Kind {
        /** What changed since the last agreement. */
        DELTA,
        /** Everything, as if nothing had ever been agreed. */
        INITIAL,
        /** What the directory changed since the last agreement: each entry is looked at, whatever the cloud says. */
        DRIFT
    }

    /** The part of this run that looks for drift. */
    Cycle ofDrift() {
        return new Cycle(id, started, Kind.DRIFT, domains);
    }

    /** The same with everything, as if nothing had ever been agreed. */
    Cycle ofEverything() {
        return new Cycle(id, started, Kind.INITIAL, domains);
    }

    Baseline baselineOf(WorkItem item) {
        return kind == Kind.INITIAL ? Baseline.none() : item.baseline();
    }
}
