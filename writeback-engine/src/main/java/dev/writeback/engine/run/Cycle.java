package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.merge.Pass;
import java.time.Instant;

/**
 * One run.
 *
 * @param id what its statuses name it
 * @param started when it began; what comes due later waits for the next one
 * @param kind what it is for
 * @param domains whose addresses may be written
 */
public record Cycle(String id, Instant started, Kind kind, AcceptedDomains domains) {

    /** What a run is for. */
    public enum Kind {
        /** What changed since the last agreement. */
        DELTA,
        /** Everything, brought to what the authorities say. */
        INITIAL
    }

    Pass pass() {
        return kind == Kind.INITIAL ? Pass.RECONCILIATION : Pass.CHANGES;
    }
}
