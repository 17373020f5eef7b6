package dev.writeback.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry as one server showed it, with the attributes that were asked for.
 *
 * @param id which entry
 * @param attributes its values; an attribute without values is absent
 * @param server the server that answered, for instance {@code dc1.corp.example:636}
 * @param changed when attributes were last changed, of those that were asked for and that the directory can tell of
 * @param mark what another copy of the directory must have seen to show the entry like this; nothing if there is one copy
 *     only, or the directory does not tell
 * @param outside why the entry takes no part, in one sentence; nothing if it is in scope
 */
public record DirectoryEntry(
        EntryId id,
        Map<AttributeName, List<AttributeValue>> attributes,
        String server,
        Map<AttributeName, Instant> changed,
        Optional<ReplicaMark> mark,
        Optional<String> outside) {

    public DirectoryEntry {
        changed = Map.copyOf(changed);
        Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
        attributes.forEach((name, values) -> {
            if (!values.isEmpty()) {
                copy.put(name, List.copyOf(values));
            }
        });
        attributes = Collections.unmodifiableMap(copy);
    }

    /** An entry in scope, of a directory that has no copies. */
    public DirectoryEntry(
            EntryId id,
            Map<AttributeName, List<AttributeValue>> attributes,
            String server,
            Map<AttributeName, Instant> changed) {
        this(id, attributes, server, changed, Optional.empty());
    }

    /** An entry in scope. */
    public DirectoryEntry(
            EntryId id,
            Map<AttributeName, List<AttributeValue>> attributes,
            String server,
            Map<AttributeName, Instant> changed,
            Optional<ReplicaMark> mark) {
        this(id, attributes, server, changed, mark, Optional.empty());
    }

    /** An entry of which the times were not asked for. */
    public DirectoryEntry(EntryId id, Map<AttributeName, List<AttributeValue>> attributes, String server) {
        this(id, attributes, server, Map.of());
    }

    /** The same, out of scope for this reason. */
    public DirectoryEntry outOfScope(String sentence) {
        return new DirectoryEntry(id, attributes, server, changed, mark, Optional.of(sentence));
    }

    /** The same, from a server of this name, which has this mark. */
    public DirectoryEntry from(String otherServer, Optional<ReplicaMark> otherMark) {
        return new DirectoryEntry(id, attributes, otherServer, changed, otherMark, outside);
    }

    /**
     * When an attribute was last changed; nothing if that was not asked for, if the directory does not tell, or if it
     * tells that nobody ever set the attribute.
     */
    public Optional<Instant> changed(AttributeName attribute) {
        return Optional.ofNullable(changed.get(attribute));
    }

    /** The values of an attribute, in the server's order; none if the entry does not have it. */
    public List<AttributeValue> values(AttributeName attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }
}
