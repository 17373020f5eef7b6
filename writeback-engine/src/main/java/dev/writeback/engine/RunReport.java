package dev.writeback.engine;

import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param cycleId what its statuses name it
 * @param started when it began
 * @param took how long it took, with the delivery of its statuses
 * @param counts what came in and what became of it
 * @param undelivered how many statuses the reporter has not taken yet, of this run or earlier ones; up to 1,000 are
 *     counted
 * @param unwatched why nobody could look for what changed in the directory although the cloud did not; nothing if that was
 *     possible, or the directory does not claim to tell. A run completes all the same
 * @param ending how it ended
 * @param problem why it did not complete; nothing if it did, or was asked to stop
 */
public record RunReport(
        String cycleId,
        Instant started,
        Duration took,
        RunCounts counts,
        int undelivered,
        Optional<Problem> unwatched,
        Ending ending,
        Optional<Problem> problem) {}
