package dev.writeback.testkit.directory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What entries held before their last change; kept only once somebody wants to read it, for it takes as much memory again. */
final class FormerStates {

    private final Map<EntrySlot, StoredEntry> former = new ConcurrentHashMap<>();
    private volatile boolean isKept;

    /** From now on. */
    void keep() {
        isKept = true;
    }

    void changed(EntrySlot slot, StoredEntry before) {
        if (isKept) {
            former.put(slot, before);
        }
    }

    void removed(EntrySlot slot) {
        former.remove(slot);
    }

    /** The state before the last change; the present one where none was kept. */
    StoredEntry of(EntrySlot slot) {
        return former.getOrDefault(slot, slot.entry());
    }
}
