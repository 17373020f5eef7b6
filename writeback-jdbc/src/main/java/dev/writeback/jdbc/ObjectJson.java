package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
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

/** What is known of a cloud object; its id stands in a column of its own. */
final class ObjectJson {

    private ObjectJson() {}

    static String text(CloudObject object) {
        return JsonText.of(object, ObjectJson::write);
    }

    private static void write(JsonGenerator json, CloudObject object) throws IOException {
        json.writeStartObject();
        json.writeFieldName("seen");
        write(json, object.seen());
        json.writeFieldName("removed");
        write(json, object.removed());
        JsonText.array(json, "anchors", object.anchors().values(), ObjectJson::writeAnchor);
        JsonText.array(json, "attributes", object.attributes().entrySet(), ObjectJson::writeAttribute);
        if (!object.former().isEmpty()) {
            json.writeObjectFieldStart("former");
            for (Map.Entry<AttributeName, Set<AttributeValue>> former :
                    object.former().entrySet()) {
                json.writeFieldName(former.getKey().value());
                ValuesJson.write(json, former.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeAnchor(JsonGenerator json, Stated<Anchor> stated) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", stated.value().kind().name());
        json.writeStringField("value", valueOf(stated.value()));
        writeWhen(json, stated);
        json.writeEndObject();
    }

    private static void writeAttribute(JsonGenerator json, Map.Entry<AttributeName, Stated<List<AttributeValue>>> one)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", one.getKey().value());
        json.writeFieldName("values");
        ValuesJson.write(json, one.getValue().value());
        writeWhen(json, one.getValue());
        json.writeEndObject();
    }

    private static void writeWhen(JsonGenerator json, Stated<?> stated) throws IOException {
        json.writeFieldName("version");
        write(json, stated.version());
        JsonText.member(json, "at", stated.at(), JsonText::instant);
    }

    static void write(JsonGenerator json, Version version) throws IOException {
        json.writeStartArray();
        json.writeNumber(version.number());
        json.writeNumber(version.tick());
        json.writeEndArray();
    }

    private static String valueOf(Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId it) {
            return it.guid().toString();
        } else if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return it.value();
        } else if (anchor instanceof Anchor.SecurityIdentifier it) {
            return it.value();
        }
        return ((Anchor.DistinguishedName) anchor).dn().value();
    }

    static CloudObject read(CloudObjectId id, String text) {
        JsonNode tree = JsonText.tree(text);
        Map<Anchor.Kind, Stated<Anchor>> anchors = new EnumMap<>(Anchor.Kind.class);
        for (JsonNode one : tree.path("anchors")) {
            Anchor anchor = anchor(JsonText.word(Anchor.Kind.class, one, "kind"), JsonText.text(one, "value"));
            anchors.put(anchor.kind(), new Stated<>(version(one.path("version")), anchor, at(one)));
        }
        Map<AttributeName, Stated<List<AttributeValue>>> attributes = new LinkedHashMap<>();
        for (JsonNode one : tree.path("attributes")) {
            attributes.put(
                    AttributeName.of(JsonText.text(one, "name")),
                    new Stated<>(version(one.path("version")), ValuesJson.list(one.path("values")), at(one)));
        }
        Map<AttributeName, Set<AttributeValue>> former = new LinkedHashMap<>();
        JsonText.eachMember(
                tree.path("former"),
                (name, values) -> former.put(AttributeName.of(name), new LinkedHashSet<>(ValuesJson.list(values))));
        return new CloudObject(
                id, anchors, attributes, former, version(tree.path("seen")), version(tree.path("removed")));
    }

    static Version version(JsonNode node) {
        return new Version(node.path(0).longValue(), node.path(1).longValue());
    }

    private static Optional<Instant> at(JsonNode stated) {
        return JsonText.optional(stated, "at", JsonText::instant);
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
