package dev.writeback.engine;

import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look for drift found.
 *
 * @param started when it began
 * @param took how long it took
 * @param checked how many objects were looked at
 * @param drifted how many of them drifted
 * @param unmatched how many have no entry that could be looked at
 * @param outOfScope how many have an entry that is no longer in scope
 * @param ending how it ended; never {@link Ending#HELD} or {@link Ending#COMPLETED_WITH_FAILURES}
 * @param problem why it did not complete; nothing if it did, or was asked to stop
 */
public record DriftReport(
        Instant started,
        Duration took,
        int checked,
        int drifted,
        int unmatched,
        int outOfScope,
        Ending ending,
        Optional<Problem> problem) {}
