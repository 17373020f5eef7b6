package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What stands in the columns that hold JSON. It is ASCII throughout: whatever the encoding of a database, and be it half
 * of a surrogate pair, comes back as it went in.
 */
final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private JsonText() {}

    /** Writes a part of a text. */
    interface Part<T> {
        /** Writes this at the place where the generator stands. */
        void write(JsonGenerator json, T value) throws IOException;
    }

    static <T> String of(T value, Part<T> part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            part.write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            // Its message would show what stands there.
            throw new IllegalStateException("a column of the store that holds JSON holds something else");
        }
    }

    static <T> void array(JsonGenerator json, String name, Iterable<T> values, Part<T> part) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            part.write(json, value);
        }
        json.writeEndArray();
    }

    /** A member that is left out if there is nothing to say. */
    static <T> void member(JsonGenerator json, String name, Optional<T> value, Part<T> part) throws IOException {
        if (value.isPresent()) {
            json.writeFieldName(name);
            part.write(json, value.get());
        }
    }

    static void instant(JsonGenerator json, Instant instant) throws IOException {
        json.writeStartArray();
        json.writeNumber(instant.getEpochSecond());
        json.writeNumber(instant.getNano());
        json.writeEndArray();
    }

    static Instant instant(JsonNode node) {
        return Instant.ofEpochSecond(node.path(0).longValue(), node.path(1).intValue());
    }

    static String text(JsonNode object, String name) {
        return object.path(name).textValue();
    }

    static <E extends Enum<E>> E word(Class<E> words, JsonNode object, String name) {
        return Enum.valueOf(words, text(object, name));
    }

    static <T> Optional<T> optional(JsonNode object, String name, Function<JsonNode, T> reading) {
        return Optional.ofNullable(object.get(name)).map(reading);
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
        return StreamSupport.stream(array.spliterator(), false).map(reading).toList();
    }

    static void eachMember(JsonNode object, BiConsumer<String, JsonNode> reading) {
        object.properties().forEach(member -> reading.accept(member.getKey(), member.getValue()));
    }
}
