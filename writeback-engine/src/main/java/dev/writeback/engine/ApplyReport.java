package dev.writeback.engine;

import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a document of saved plans. Each plan that was to write counts once.
 *
 * @param cycleId what its statuses and its journal name it; the run to undo
 * @param started when it began
 * @param took how long it took
 * @param applied how many were written, exactly as they were saved
 * @param alreadyApplied how many entries held the result already
 * @param refused how many may not be written as they are, most often because the entry has changed since
 * @param failed how many the directory did not take
 * @param released how many were not begun, because it ended early
 * @param withoutWrite how many plans of the document were to write nothing
 * @param destroyed how many values were removed without another in their place
 * @param undelivered how many statuses the reporter has not taken yet
 * @param ending how it ended; {@link Ending#COMPLETED_WITH_FAILURES} if a plan was refused or failed
 * @param problem why it ended early; nothing if it did not, or was asked to stop
 */
public record ApplyReport(
        String cycleId,
        Instant started,
        Duration took,
        int applied,
        int alreadyApplied,
        int refused,
        int failed,
        int released,
        int withoutWrite,
        int destroyed,
        int undelivered,
        Ending ending,
        Optional<Problem> problem) {}
