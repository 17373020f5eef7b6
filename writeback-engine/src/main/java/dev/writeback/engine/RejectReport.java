package dev.writeback.engine;

import dev.writeback.plan.Problem;
import dev.writeback.spi.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a rejection.
 *
 * @param cycleId what its statuses name it
 * @param started when it began
 * @param took how long it took
 * @param runs the runs that were held; none if there was nothing to reject
 * @param rejected how many objects are not written
 * @param undelivered how many statuses the reporter has not taken yet; up to 1,000 are counted
 * @param ending how it ended; unless it is {@link Ending#COMPLETED} the runs are held as before
 * @param problem why it ended early, or that nothing was held; nothing if it did what it should
 */
public record RejectReport(
        String cycleId,
        Instant started,
        Duration took,
        List<RunRecord> runs,
        int rejected,
        int undelivered,
        Ending ending,
        Optional<Problem> problem) {
    public RejectReport {
        runs = List.copyOf(runs);
    }
}
