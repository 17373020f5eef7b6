package dev.writeback.model;

/**
 * Which entry is meant.
 *
 * @param guid what stays when the entry is renamed or moved
 * @param dn where it was when it was read
 */
public record EntryId(ObjectGuid guid, Dn dn) {

    /** The DN, which is what people know an entry by. */
    @Override
    public String toString() {
        return dn.value();
    }
}
