package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import java.util.List;
import java.util.Optional;

/**
 * One object that is to be brought to the directory.
 *
 * @param object its newest state
 * @param baseline what was last agreed about it
 * @param revision which state this is: if a newer one came in meanwhile, the object stays pending
 * @param attempts how often it has failed, or has been looked at and went on waiting, since it was last done; begins anew
 *     when something new is said about an object that waits
 * @param awaited what it waited for when it was last settled, so that a look in vain need not be told again; empty where
 *     it did not wait, and where something new was said about the object itself or it was reopened since then
 * @param announced a write of which it is not known whether it was made, because whoever made it is gone or never got an
 *     answer; the directory must be looked at
 */
public record WorkItem(
        CloudObject object,
        Baseline baseline,
        long revision,
        int attempts,
        List<CloudObjectId> awaited,
        Optional<JournalRecord.Written> announced) {
    public WorkItem {
        awaited = List.copyOf(awaited);
    }

    /** An item of which no write is in doubt. */
    public WorkItem(CloudObject object, Baseline baseline, long revision, int attempts, List<CloudObjectId> awaited) {
        this(object, baseline, revision, attempts, awaited, Optional.empty());
    }
}
