package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.model.Baseline;
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
        INITIAL
    }

    Baseline baselineOf(Baseline agreed) {
        return kind == Kind.INITIAL ? Baseline.none() : agreed;
    }
}
