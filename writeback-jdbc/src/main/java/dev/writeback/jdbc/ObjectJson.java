package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Stated;
import dev.writeback.model.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a cloud object; its id stands in a column of its own. Most of what it states was said at one time and
 * as one version: these stand there once, and a statement of which nothing else is said is of that time and version.
 */
final class ObjectJson {

    private ObjectJson() {}

    static byte[] bytes(CloudObject object) {
        return JsonText.of(object, ObjectJson::write);
    }

    static CloudObject read(CloudObjectId id, byte[] content) {
        return JsonText.read(content, json -> new ObjectReading(id, json).object());
    }

    private static void write(JsonGenerator json, CloudObject object) throws IOException {
        Optional<Instant> time =
                object.attributes().values().stream().findFirst().flatMap(Stated::at);
        json.writeStartObject();
        json.writeFieldName("seen");
        write(json, object.seen());
        json.writeFieldName("removed");
        write(json, object.removed());
        JsonText.member(json, "at", time, JsonText::instant);
        json.writeArrayFieldStart("anchors");
        for (Stated<Anchor> anchor : object.anchors().values()) {
            json.writeStartObject();
            json.writeStringField("kind", anchor.value().kind().name());
            json.writeStringField("value", valueOf(anchor.value()));
            writeWhen(json, anchor);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("attributes");
        for (Map.Entry<AttributeName, Stated<List<AttributeValue>>> one :
                object.attributes().entrySet()) {
            json.writeFieldName(one.getKey().value());
            write(json, one.getValue(), object.seen(), time);
        }
        json.writeEndObject();
        writeFormer(json, object.former());
        json.writeEndObject();
    }

    private static void write(
            JsonGenerator json, Stated<List<AttributeValue>> stated, Version version, Optional<Instant> time)
            throws IOException {
        if (stated.version().equals(version) && stated.at().equals(time)) {
            ValuesJson.write(json, stated.value());
            return;
        }
        json.writeStartObject();
        json.writeFieldName("values");
        ValuesJson.write(json, stated.value());
        writeWhen(json, stated);
        json.writeEndObject();
    }

    private static void writeFormer(JsonGenerator json, Map<AttributeName, Set<AttributeValue>> former)
            throws IOException {
        if (!former.isEmpty()) {
            json.writeObjectFieldStart("former");
            for (Map.Entry<AttributeName, Set<AttributeValue>> one : former.entrySet()) {
                json.writeFieldName(one.getKey().value());
                ValuesJson.write(json, one.getValue());
            }
            json.writeEndObject();
        }
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

    static Version version(JsonNode node) {
        return new Version(node.path(0).longValue(), node.path(1).longValue());
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
}
