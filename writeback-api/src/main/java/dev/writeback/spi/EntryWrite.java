package dev.writeback.spi;

import dev.writeback.model.EntryId;
import dev.writeback.plan.Modification;
import java.util.List;

/**
 * What to write to one entry, all or nothing.
 *
 * @param entry which entry
 * @param server the server that it was read from, which should be the one that writes it
 * @param modifications at least one, each attribute once
 */
public record EntryWrite(EntryId entry, String server, List<Modification> modifications) {
    public EntryWrite {
        modifications = List.copyOf(modifications);
        if (modifications.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to write to %s".formatted(entry));
        }
        if (modifications.stream().map(Modification::attribute).distinct().count() < modifications.size()) {
            throw new IllegalArgumentException("an attribute of %s is modified twice".formatted(entry));
        }
    }
}
