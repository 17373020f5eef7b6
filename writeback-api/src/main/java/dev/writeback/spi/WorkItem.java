package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One object that is to be brought to the directory.
 *
 * @param object its newest state
 * @param baseline what was last agreed about it
 * @param revision which state this is: if a newer one came in meanwhile, the object stays pending
 * @param attempts how often it has failed, or has been looked at and went on waiting, since it was last done, parked, held
 *     or given up; begins anew when something new is said about an object that waits
 * @param awaited what it waited for when it was last settled, so that a look in vain need not be told again; empty where
 *     it did not wait, and where something new was said about the object itself or it was reopened since then
 * @param since since when it waits: when something new was last said about it, or about what it waited for, or when it was
 *     reopened after that; neither a failure nor a claim changes it
 * @param held what a run that is held would have written; nothing as a rule
 * @param announced a write of which it is not known whether it was made, because whoever made it is gone or never got an
 *     answer; the directory must be looked at
 */
public record WorkItem(
        CloudObject object,
        Baseline baseline,
        long revision,
        int attempts,
        List<CloudObjectId> awaited,
        Instant since,
        Optional<Plan> held,
        Optional<JournalRecord.Written> announced) {
    public WorkItem {
        awaited = List.copyOf(awaited);
    }

    /** An item that waits since ever, that no run holds, and of which no write is in doubt. */
    public WorkItem(CloudObject object, Baseline baseline, long revision, int attempts, List<CloudObjectId> awaited) {
        this(object, baseline, revision, attempts, awaited, Instant.EPOCH, Optional.empty(), Optional.empty());
    }
}
