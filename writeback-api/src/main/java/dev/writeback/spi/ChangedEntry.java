package dev.writeback.spi;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry that changed, with what may have changed of it.
 *
 * @param entry which entry
 * @param attributes all values that an attribute has now, none for one that it has no longer; what is not mentioned is as
 *     it was
 */
public record ChangedEntry(EntryId entry, Map<AttributeName, List<AttributeValue>> attributes) {
    public ChangedEntry {
        Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
        attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }
}
