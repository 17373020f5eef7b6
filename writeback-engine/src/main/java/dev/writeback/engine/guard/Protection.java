package dev.writeback.engine.guard;

import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.Set;

/**
 * Which privileged entries may be written all the same, because the host names them one by one. An id stays with its entry
 * whatever becomes of its name; a name is given up when the entry is renamed, and whoever has it then is the exception.
 *
 * @param names names of entries; none by default
 * @param ids ids of entries ({@code objectGUID}); none by default
 */
public record Protection(Set<Dn> names, Set<ObjectGuid> ids) {
    public Protection {
        names = Set.copyOf(names);
        ids = Set.copyOf(ids);
    }

    /** Every privileged entry is left alone. */
    public static Protection full() {
        return new Protection(Set.of(), Set.of());
    }

    /** Whether the host named this entry. */
    boolean allows(EntryId entry) {
        return ids.contains(entry.guid()) || (!names.isEmpty() && names.contains(entry.dn()));
    }
}
