package dev.writeback.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry as one server showed it, with the attributes that were asked for.
 *
 * @param id which entry
 * @param attributes its values; an attribute without values is absent
 * @param server the server that answered, for instance {@code dc1.corp.example:636}
 */
public record DirectoryEntry(EntryId id, Map<AttributeName, List<AttributeValue>> attributes, String server) {

    public DirectoryEntry {
        Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
        attributes.forEach((name, values) -> {
            if (!values.isEmpty()) {
                copy.put(name, List.copyOf(values));
            }
        });
        attributes = Collections.unmodifiableMap(copy);
    }

    /** The values of an attribute, in the server's order; none if the entry does not have it. */
    public List<AttributeValue> values(AttributeName attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }
}
