package dev.writeback.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was last agreed about one object, attribute by attribute.
 *
 * @param entry the entry it was agreed with; nothing before the first contact. Without agreements, an entry that was found
 *     and is not in scope
 * @param agreements by directory attribute
 * @param mark which copy of the directory it was agreed with, and what another one must have seen to be asked about it;
 *     nothing if there is one copy only, or the directory does not tell
 */
public record Baseline(Optional<EntryId> entry, Map<AttributeName, Agreement> agreements, Optional<ReplicaMark> mark) {

    private static final Baseline NONE = new Baseline(Optional.empty(), Map.of());

    public Baseline {
        agreements = Collections.unmodifiableMap(new LinkedHashMap<>(agreements));
    }

    /** What was agreed with a directory that has no copies. */
    public Baseline(Optional<EntryId> entry, Map<AttributeName, Agreement> agreements) {
        this(entry, agreements, Optional.empty());
    }

    /** Before the first contact: nothing is agreed. */
    public static Baseline none() {
        return NONE;
    }

    /** What was agreed about an attribute, if anything was. */
    public Optional<Agreement> agreement(AttributeName attribute) {
        return Optional.ofNullable(agreements.get(attribute));
    }

    /** Nothing is agreed, but this entry was found. */
    public static Baseline of(EntryId entry) {
        return new Baseline(Optional.of(entry), Map.of());
    }

    /** Whether something is agreed; what the cloud took away before need not be remembered then. */
    public boolean isAgreed() {
        return entry.isPresent() && !agreements.isEmpty();
    }

    /** The same, agreed with another copy of the directory. */
    public Baseline at(Optional<ReplicaMark> other) {
        return new Baseline(entry, agreements, other);
    }

    /** Whether the same is agreed about the same entry, whatever copy it was agreed with. */
    public boolean agreesWith(Baseline other) {
        return entry.equals(other.entry) && agreements.equals(other.agreements);
    }

    /** Whether it was agreed with this entry; the agreements with another one do not count. */
    public boolean isWith(ObjectGuid guid) {
        return entry.map(agreed -> agreed.guid().equals(guid)).orElse(false);
    }
}
