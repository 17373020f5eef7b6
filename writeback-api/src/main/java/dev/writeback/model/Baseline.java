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
 */
public record Baseline(Optional<EntryId> entry, Map<AttributeName, Agreement> agreements) {

    private static final Baseline NONE = new Baseline(Optional.empty(), Map.of());

    public Baseline {
        agreements = Collections.unmodifiableMap(new LinkedHashMap<>(agreements));
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

    /** Whether it was agreed with this entry; the agreements with another one do not count. */
    public boolean isWith(ObjectGuid guid) {
        return entry.map(agreed -> agreed.guid().equals(guid)).orElse(false);
    }
}
