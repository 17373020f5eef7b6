package dev.writeback.engine.planning;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import java.util.Optional;

/**
 * Who has an address that another is to get.
 *
 * @param entry the other entry
 * @param rival the object that gets the address in this very moment; nothing if the entry has it already
 */
public record Occupant(EntryId entry, Optional<CloudObjectId> rival) {

    /** Who has or gets it, in words that go on from the address. */
    String clause() {
        return rival.map(object -> "goes to %s in this run, by object %s".formatted(entry, object))
                .orElseGet(() -> "is that of %s already".formatted(entry));
    }
}
