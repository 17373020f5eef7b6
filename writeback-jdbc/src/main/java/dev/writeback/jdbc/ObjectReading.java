package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.Stated;
import dev.writeback.model.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads one cloud object, as this version of the library writes it or as the first one did. */
final class ObjectReading {

    private final CloudObjectId id;
    private final JsonParser json;
    private final Map<Anchor.Kind, Stated<Anchor>> anchors = new EnumMap<>(Anchor.Kind.class);
    private final Map<AttributeName, Stated<List<AttributeValue>>> attributes = new LinkedHashMap<>();
    private final Map<AttributeName, Set<AttributeValue>> former = new LinkedHashMap<>();
    private Version seen = Version.NONE;
    private Version removed = Version.NONE;
    private Optional<Instant> time = Optional.empty();

    private String name = "";
    private String value = "";
    private List<AttributeValue> values = List.of();
    private Version version = Version.NONE;
    private Optional<Instant> at = Optional.empty();

    ObjectReading(CloudObjectId id, JsonParser json) {
        this.id = id;
        this.json = json;
    }

    CloudObject object() throws IOException {
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            JsonToken first = json.nextToken();
            switch (member) {
                case "seen" -> seen = version();
                case "removed" -> removed = version();
                case "at" -> time = Optional.of(JsonText.instant(json));
                case "anchors" -> anchors();
                case "attributes" -> attributes(first);
                case "former" -> former();
                default -> json.skipChildren();
            }
        }
        return new CloudObject(id, anchors, attributes, former, seen, removed);
    }

    private void anchors() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            statement();
            Anchor.Kind kind = Anchor.Kind.valueOf(name);
            anchors.put(kind, new Stated<>(version, anchor(kind, value), at));
        }
    }

    /** By name, or in version 1 as an array of statements that say everything themselves. */
    private void attributes(JsonToken first) throws IOException {
        if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                statement();
                attributes.put(Names.of(name), new Stated<>(version, values, at));
            }
            return;
        }
        for (String attribute = json.nextFieldName(); attribute != null; attribute = json.nextFieldName()) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                attributes.put(Names.of(attribute), new Stated<>(seen, ValuesJson.list(json), time));
            } else {
                statement();
                attributes.put(Names.of(attribute), new Stated<>(version, values, at));
            }
        }
    }

    private void former() throws IOException {
        for (String attribute = json.nextFieldName(); attribute != null; attribute = json.nextFieldName()) {
            json.nextToken();
            former.put(Names.of(attribute), new LinkedHashSet<>(ValuesJson.list(json)));
        }
    }

    /** What is said of an anchor or an attribute. */
    private void statement() throws IOException {
        at = Optional.empty();
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            json.nextToken();
            switch (member) {
                case "kind", "name" -> name = json.getText();
                case "value" -> value = json.getText();
                case "values" -> values = ValuesJson.list(json);
                case "version" -> version = version();
                case "at" -> at = Optional.of(JsonText.instant(json));
                default -> json.skipChildren();
            }
        }
    }

    private Version version() throws IOException {
        long[] two = JsonText.two(json);
        return new Version(two[0], two[1]);
    }

    private static Anchor anchor(Anchor.Kind kind, String value) {
        return switch (kind) {
            case IMMUTABLE_ID -> new Anchor.ImmutableId(new ObjectGuid(UUID.fromString(value)));
            case EXTERNAL_DIRECTORY_OBJECT_ID -> new Anchor.ExternalDirectoryObjectId(value);
            case SECURITY_IDENTIFIER -> new Anchor.SecurityIdentifier(value);
            case DISTINGUISHED_NAME -> new Anchor.DistinguishedName(Dn.of(value));
        };
    }
}
