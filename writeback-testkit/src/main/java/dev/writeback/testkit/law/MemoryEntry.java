package dev.writeback.testkit.law;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry of a directory in memory; no attribute is empty. */
record MemoryEntry(EntryId id, Map<AttributeName, List<AttributeValue>> attributes) {

    List<AttributeValue> values(AttributeName attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    MemoryEntry with(AttributeName attribute, List<AttributeValue> values) {
        Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>(attributes);
        if (values.isEmpty()) {
            all.remove(attribute);
        } else {
            all.put(attribute, List.copyOf(values));
        }
        return new MemoryEntry(id, Collections.unmodifiableMap(all));
    }
}
