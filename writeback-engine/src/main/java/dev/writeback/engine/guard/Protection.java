package dev.writeback.engine.guard;

import dev.writeback.model.Dn;
import java.util.Set;

/**
 * Which privileged entries may be written all the same, because the host names them one by one.
 *
 * @param exceptions names of entries; none by default
 */
public record Protection(Set<Dn> exceptions) {
    public Protection {
        exceptions = Set.copyOf(exceptions);
    }

    /** Every privileged entry is left alone. */
    public static Protection full() {
        return new Protection(Set.of());
    }

    /** Whether the host named this entry. */
    boolean allows(Dn entry) {
        return !exceptions.isEmpty() && exceptions.contains(entry);
    }
}
