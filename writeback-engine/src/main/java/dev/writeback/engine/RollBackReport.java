package dev.writeback.engine;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What handing objects back to on-premises management would do to the cloud.
 *
 * @param started when the look began
 * @param took how long it took
 * @param checked how many cloud-managed objects were looked at
 * @param losing how many of them would change in the cloud
 * @param unmatched how many have no entry that could be looked at
 * @param unknown the objects that were asked for and that nothing is known of, or that the cloud does not manage
 * @param ending how it ended; never {@link Ending#HELD} or {@link Ending#COMPLETED_WITH_FAILURES}
 * @param problem why it did not complete; nothing if it did, or was asked to stop
 */
public record RollBackReport(
        Instant started,
        Duration took,
        int checked,
        int losing,
        int unmatched,
        List<CloudObjectId> unknown,
        Ending ending,
        Optional<Problem> problem) {
    public RollBackReport {
        unknown = List.copyOf(unknown);
    }
}
