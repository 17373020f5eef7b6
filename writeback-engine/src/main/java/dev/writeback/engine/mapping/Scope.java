package dev.writeback.engine.mapping;

import dev.writeback.model.Dn;
import java.util.List;

/**
 * Which entries take part.
 *
 * @param organizationalUnits entries within one of these; if there are none, every entry that the directory finds
 */
public record Scope(List<Dn> organizationalUnits) {
    public Scope {
        organizationalUnits = List.copyOf(organizationalUnits);
    }

    /** Every entry that the directory finds. */
    public static Scope everything() {
        return new Scope(List.of());
    }

    /** Whether an entry of this name takes part. */
    public boolean contains(Dn entry) {
        return organizationalUnits.isEmpty() || organizationalUnits.stream().anyMatch(entry::isWithin);
    }
}
