package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.JournalRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run wrote to one entry for one object.
 *
 * @param object the object
 * @param writes the writes, in the order in which they were made; one or more
 */
record UndoGroup(CloudObjectId object, List<JournalRecord.Written> writes) {
    UndoGroup {
        writes = List.copyOf(writes);
    }

    EntryId entry() {
        return writes.get(0).entry();
    }

    /**
     * The groups of a page, in lists in which each object stands once: an object that a run brought to two entries, because
     * its anchors moved, goes back from the later one first.
     */
    static List<List<UndoGroup>> of(List<JournalRecord.Written> page) {
        Map<CloudObjectId, Map<ObjectGuid, List<JournalRecord.Written>>> objects = new LinkedHashMap<>();
        for (int i = page.size() - 1; i >= 0; i--) {
            JournalRecord.Written write = page.get(i);
            objects.computeIfAbsent(write.object(), unknown -> new LinkedHashMap<>())
                    .computeIfAbsent(write.entry().guid(), unknown -> new ArrayList<>())
                    .add(0, write);
        }
        List<List<UndoGroup>> lists = new ArrayList<>();
        objects.forEach((object, entries) -> {
            int turn = 0;
            for (List<JournalRecord.Written> writes : entries.values()) {
                if (lists.size() == turn) {
                    lists.add(new ArrayList<>());
                }
                lists.get(turn++).add(new UndoGroup(object, writes));
            }
        });
        return lists;
    }
}
