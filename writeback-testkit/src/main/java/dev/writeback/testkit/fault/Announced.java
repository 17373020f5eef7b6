package dev.writeback.testkit.fault;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The writes that were announced and not settled yet, which a store keeps when a settlement fails: what is settled may have
 * been claimed before they were announced.
 */
final class Announced {

    private final Map<CloudObjectId, JournalRecord.Written> writes = new ConcurrentHashMap<>();

    void add(Collection<JournalRecord.Written> more) {
        more.forEach(write -> writes.put(write.object(), write));
    }

    /** That these were kept; a write that one of them leaves in doubt stays. */
    void settled(Collection<Settlement> kept) {
        kept.forEach(one -> {
            CloudObjectId object = one.item().object().id();
            one.journaling()
                    .announced()
                    .ifPresentOrElse(doubt -> writes.put(object, doubt), () -> writes.remove(object));
        });
    }

    /** What leaves an item as it was claimed, its write in doubt. */
    Settlement left(WorkItem item) {
        Optional<JournalRecord.Written> doubt =
                Optional.ofNullable(writes.get(item.object().id())).or(item::announced);
        return new Settlement(
                item, new Settlement.Released(), Optional.empty(), Optional.empty(), new Journaling(List.of(), doubt));
    }
}
