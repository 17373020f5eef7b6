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
        INITIAL,
        /** What the directory changed since the last agreement: each entry is looked at, whatever the cloud says. */
        DRIFT
    }

    /** The part of this run that looks for drift. */
    Cycle ofDrift() {
        return new Cycle(id, started, Kind.DRIFT, domains);
    }

    /** The same, but everything is brought to what the authorities say. */
    Cycle ofEverything() {
        return new Cycle(id, started, Kind.INITIAL, domains);
    }

    Pass pass() {
        return kind == Kind.INITIAL ? Pass.RECONCILIATION : Pass.CHANGES;
    }
}
