package dev.writeback.engine.planning;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Cloud objects and entries to plan with. */
public final class Samples {

    public static final CloudObjectId ID = CloudObjectId.of("5f0e8b1c-1a53-4ef5-9f0a-0d3c5f5d7a01");
    public static final ObjectGuid GUID = new ObjectGuid(UUID.fromString("efcdab12-3412-7856-90ab-cdef12345678"));
    public static final EntryId ENTRY = new EntryId(GUID, Dn.of("CN=Ada,OU=People,DC=corp,DC=example"));

    private Samples() {}

    /** A cloud-managed object; a null value states that the attribute is empty. */
    public static CloudObject cloud(Object... namesAndValues) {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        attributes.put(AttributeName.of("IsExchangeCloudManaged"), List.of(new AttributeValue.Flag(true)));
        attributes.putAll(map(namesAndValues));
        return CloudObject.of(CloudChange.update(ID, 1, List.of(new Anchor.ImmutableId(GUID)), attributes));
    }

    public static DirectoryEntry entry(Object... namesAndValues) {
        return new DirectoryEntry(ENTRY, map(namesAndValues), "dc1:389");
    }

    public static List<AttributeValue> texts(String... values) {
        return Stream.of(values).map(AttributeValue::text).toList();
    }

    private static Map<AttributeName, List<AttributeValue>> map(Object... namesAndValues) {
        Map<AttributeName, List<AttributeValue>> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(AttributeName.of((String) namesAndValues[i]), values(namesAndValues[i + 1]));
        }
        return attributes;
    }

    private static List<AttributeValue> values(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(it -> values(it).stream()).toList();
        }
        if (value instanceof Boolean flag) {
            return List.of(new AttributeValue.Flag(flag));
        }
        if (value instanceof Number number) {
            return List.of(AttributeValue.whole(number.longValue()));
        }
        if (value instanceof AttributeValue ready) {
            return List.of(ready);
        }
        if (value instanceof byte[] bytes) {
            return List.of(AttributeValue.octets(bytes));
        }
        return List.of(AttributeValue.text(value.toString()));
    }
}
