package dev.writeback.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.writeback.model.AttributeValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Values of attributes as JSON, in the forms that the feed has for them. */
final class JsonValues {

    static final JsonFactory JSON = new JsonFactory();

    private JsonValues() {}

    /** Something that writes JSON. */
    interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    /** The text of some JSON. */
    static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void write(JsonGenerator out, List<AttributeValue> values) throws IOException {
        out.writeStartArray();
        for (AttributeValue value : values) {
            write(out, value);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, AttributeValue value) throws IOException {
        if (value instanceof AttributeValue.Whole whole) {
            out.writeNumber(whole.value());
        } else if (value instanceof AttributeValue.Flag flag) {
            out.writeBoolean(flag.value());
        } else if (value instanceof AttributeValue.Octets octets) {
            writeObject(out, "base64", octets.base64());
        } else if (value instanceof AttributeValue.Reference reference) {
            writeObject(out, "ref", reference.object().value());
        } else {
            out.writeString(value.toString());
        }
    }

    private static void writeObject(JsonGenerator out, String key, String text) throws IOException {
        out.writeStartObject();
        out.writeStringField(key, text);
        out.writeEndObject();
    }
}
