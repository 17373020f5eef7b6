package dev.writeback.engine.run;

import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of a memory store by the entry that was agreed about them. Guarded by the store's lock. */
final class EntryIndex {

    private final Map<ObjectGuid, Set<StoredObject>> objects = new HashMap<>();

    /** That an object goes from the entry of its baseline to this one. */
    void move(StoredObject object, Optional<EntryId> next) {
        object.baseline
                .entry()
                .ifPresent(entry -> objects.computeIfPresent(entry.guid(), (guid, some) -> {
                    some.remove(object);
                    return some.isEmpty() ? null : some;
                }));
        next.ifPresent(entry -> objects.computeIfAbsent(entry.guid(), guid -> new LinkedHashSet<>(2))
                .add(object));
    }

    /** The objects of an entry; none as a rule if it is not the cloud's. */
    Collection<StoredObject> of(ObjectGuid entry) {
        return objects.getOrDefault(entry, Set.of());
    }
}
