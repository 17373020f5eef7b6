package dev.writeback.spi;

import dev.writeback.plan.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is remembered of a run.
 *
 * @param id the {@code cycleId} of its statuses
 * @param started when it began
 * @param ended when it ended; nothing as long as it goes on, and if its process died
 * @param state how it stands
 * @param problem why it is held or did not complete; nothing if it did
 * @param enumerated how many objects the source stated, if it was read from its start to its end
 * @param counts what became of how many objects, by name
 */
public record RunRecord(
        String id,
        Instant started,
        Optional<Instant> ended,
        State state,
        Optional<Problem> problem,
        OptionalLong enumerated,
        Map<String, Long> counts) {
    public RunRecord {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** How a run stands. */
    public enum State {
        /** It took its course, whichever. */
        FREE,
        /** It is held: nothing is written until somebody decides. */
        HELD,
        /** It was held, and what it was to write was written then. */
        APPROVED,
        /** It was held, and what it was to write was dropped. */
        REJECTED
    }

    /** The same run, of which somebody decided. */
    public RunRecord decided(State decision) {
        return new RunRecord(id, started, ended, decision, problem, enumerated, counts);
    }
}
