package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who waits for which objects, known or not. What it keeps grows with those that wait. Guarded by the store's lock. */
final class Waiters {

    private final Map<CloudObjectId, Set<StoredObject>> waiters = new HashMap<>();

    /** That an object waits for what it says it awaits. */
    void add(StoredObject holding) {
        holding.awaited.forEach(id ->
                waiters.computeIfAbsent(id, unused -> new LinkedHashSet<>(1)).add(holding));
    }

    /** That an object no longer waits; must be said before it awaits anything else. */
    void remove(StoredObject holding) {
        for (CloudObjectId id : holding.awaited) {
            waiters.computeIfPresent(id, (unused, all) -> all.remove(holding) && all.isEmpty() ? null : all);
        }
    }

    /** Who waits for an object, in the order in which they began to; a copy. */
    List<StoredObject> of(CloudObjectId id) {
        return List.copyOf(waiters.getOrDefault(id, Set.of()));
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }
}
