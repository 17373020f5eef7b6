package dev.writeback.engine;

import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run would do now.
 *
 * @param started when planning began
 * @param took how long it took
 * @param counts what came in, and what would become of it: written are those that would be written, failed those that
 *     would fail as far as planning shows
 * @param held why a run would be held by the limit on destructive changes; nothing if it would not
 * @param ending how planning ended; never {@link Ending#HELD}
 * @param problem why it did not complete; nothing if it did, or was asked to stop
 */
public record PlanReport(
        Instant started,
        Duration took,
        RunCounts counts,
        Optional<Problem> held,
        Ending ending,
        Optional<Problem> problem) {}
