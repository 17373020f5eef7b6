package dev.writeback.testkit.arbitrary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes JSON (RFC 8259). */
final class JsonText {

    private JsonText() {}

    /** A document of maps, lists, texts, truth values and nulls, the last as an empty {@link Optional}. */
    static String of(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(one -> quoted(one.getKey().toString()) + ": " + of(one.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> array) {
            return array.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.equals(Optional.empty())) {
            return "null";
        }
        return value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        List<String> parts = text.chars().mapToObj(c -> escaped((char) c)).toList();
        return '"' + String.join("", parts) + '"';
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return c < ' ' || Character.isSurrogate(c) ? "\\u%04x".formatted((int) c) : Character.toString(c);
    }
}
