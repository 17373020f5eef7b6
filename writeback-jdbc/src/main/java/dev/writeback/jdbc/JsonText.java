package dev.writeback.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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

    private static final int LIKELY_LENGTH = 2000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(FACTORY).build();

    private JsonText() {}

    /** Writes a part of a text. */
    interface Part<T> {
        /** Writes this at the place where the generator stands. */
        void write(JsonGenerator json, T value) throws IOException;
    }

    /** Reads a text from its first token on. */
    interface Reading<T> {
        /** Reads what begins at the token where the parser stands. */
        T read(JsonParser json) throws IOException;
    }

    static <T> byte[] of(T value, Part<T> part) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(LIKELY_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            part.write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An array of what is JSON already. */
    static byte[] array(List<byte[]> elements) {
        int length = 1 + Math.max(1, elements.size());
        for (byte[] element : elements) {
            length += element.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length).put((byte) '[');
        for (int i = 0; i < elements.size(); i++) {
            all.put(elements.get(i)).put((byte) (i < elements.size() - 1 ? ',' : ']'));
        }
        return elements.isEmpty() ? new byte[] {'[', ']'} : all.array();
    }

    static JsonNode tree(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException notJson) {
            throw broken();
        }
    }

    static <T> T read(byte[] content, Reading<T> reading) {
        try (JsonParser json = FACTORY.createParser(content)) {
            json.nextToken();
            return reading.read(json);
        } catch (IOException notJson) {
            throw broken();
        }
    }

    /** What the parser says would show what stands there. */
    private static IllegalStateException broken() {
        return new IllegalStateException("a column of the store that holds JSON holds something else");
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

    /** An instant, at whose first token the parser stands. */
    static Instant instant(JsonParser json) throws IOException {
        long[] two = two(json);
        return Instant.ofEpochSecond(two[0], two[1]);
    }

    /** An array of two numbers. */
    static long[] two(JsonParser json) throws IOException {
        long[] two = {json.nextLongValue(0), json.nextLongValue(0)};
        json.nextToken();
        return two;
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
