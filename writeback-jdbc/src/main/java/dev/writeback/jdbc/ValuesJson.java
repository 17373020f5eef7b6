package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.io.IOException;
import java.util.ArrayList;
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

    /** An entry, at whose first token the parser stands. */
    static EntryId entry(JsonParser json) throws IOException {
        String guid = "";
        String dn = "";
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            String text = json.nextTextValue();
            if (member.equals("guid")) {
                guid = text;
            } else {
                dn = text;
            }
        }
        return new EntryId(new ObjectGuid(UUID.fromString(guid)), Dn.of(dn));
    }

    /** Values, at whose first token the parser stands. */
    static List<AttributeValue> list(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return List.of();
        }
        AttributeValue first = value(json, token);
        token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return List.of(first);
        }
        List<AttributeValue> values = new ArrayList<>();
        values.add(first);
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            values.add(value(json, token));
        }
        return List.copyOf(values);
    }

    private static AttributeValue value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new AttributeValue.Text(json.getText());
            case VALUE_NUMBER_INT -> new AttributeValue.Whole(json.getLongValue());
            case VALUE_TRUE -> new AttributeValue.Flag(true);
            case VALUE_FALSE -> new AttributeValue.Flag(false);
            default -> only(json);
        };
    }

    private static AttributeValue only(JsonParser json) throws IOException {
        String name = json.nextFieldName();
        String text = json.nextTextValue();
        json.nextToken();
        return "ref".equals(name)
                ? new AttributeValue.Reference(CloudObjectId.of(text))
                : new AttributeValue.Octets(text);
    }
}
