package dev.writeback.testkit.directory;

/** The place of an entry, which stays the same through changes and renames. Guarded by the lock of its store. */
final class EntrySlot implements Comparable<EntrySlot> {

    private final long ordinal;
    private StoredEntry entry;

    EntrySlot(long ordinal, StoredEntry entry) {
        this.ordinal = ordinal;
        this.entry = entry;
    }

    StoredEntry entry() {
        return entry;
    }

    void set(StoredEntry changed) {
        entry = changed;
    }

    @Override
    public int compareTo(EntrySlot other) {
        return Long.compare(ordinal, other.ordinal);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ordinal);
    }
}
