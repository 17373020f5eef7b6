package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Values of attributes, and what names things. */
final class ValuesJson {

    private ValuesJson() {}

    static void write(JsonGenerator json, Collection<AttributeValue> values) throws IOException {
        json.writeStartArray();
        for (AttributeValue value : values) {
            write(json, value);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, AttributeValue value) throws IOException {
        if (value instanceof AttributeValue.Text text) {
            json.writeString(text.value());
        } else if (value instanceof AttributeValue.Whole whole) {
            json.writeNumber(whole.value());
        } else if (value instanceof AttributeValue.Flag flag) {
            json.writeBoolean(flag.value());
        } else if (value instanceof AttributeValue.Octets octets) {
            only(json, "base64", octets.base64());
        } else if (value instanceof AttributeValue.Reference reference) {
            only(json, "ref", reference.object().value());
        }
    }

    private static void only(JsonGenerator json, String name, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, text);
        json.writeEndObject();
    }

    static List<AttributeValue> list(JsonNode array) {
        return JsonText.list(array, ValuesJson::value);
    }

    private static AttributeValue value(JsonNode node) {
        if (node.isTextual()) {
            return new AttributeValue.Text(node.textValue());
        } else if (node.isIntegralNumber()) {
            return new AttributeValue.Whole(node.longValue());
        } else if (node.isBoolean()) {
            return new AttributeValue.Flag(node.booleanValue());
        } else if (node.has("ref")) {
            return new AttributeValue.Reference(CloudObjectId.of(JsonText.text(node, "ref")));
        }
        return new AttributeValue.Octets(JsonText.text(node, "base64"));
    }

    static void write(JsonGenerator json, EntryId entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("guid", entry.guid().toString());
        json.writeStringField("dn", entry.dn().value());
        json.writeEndObject();
    }

    static EntryId entry(JsonNode node) {
        return new EntryId(
                new ObjectGuid(UUID.fromString(JsonText.text(node, "guid"))), Dn.of(JsonText.text(node, "dn")));
    }

    /** Names of objects, in their order. */
    static String ids(List<CloudObjectId> ids) {
        return JsonText.of(ids, (json, all) -> {
            json.writeStartArray();
            for (CloudObjectId id : all) {
                json.writeString(id.value());
            }
            json.writeEndArray();
        });
    }

    static List<CloudObjectId> ids(String text) {
        return JsonText.list(JsonText.tree(text), node -> CloudObjectId.of(node.textValue()));
    }
}
