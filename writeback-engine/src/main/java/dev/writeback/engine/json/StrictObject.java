package dev.writeback.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.model.AttributeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object of a document, of which every key must be known; what is wrong with it goes to a list of problems. */
final class StrictObject {

    private final String path;
    private final JsonNode node;
    private final List<String> problems;

    /** The object at a path; the keys that are not known are problems. */
    StrictObject(String path, JsonNode node, List<String> known, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(key, "is unknown; " + KnownKeys.hint(key, known));
            }
        });
    }

    /** Where a key is in the document. */
    String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Says what is wrong with the value of a key. */
    void problem(String key, String sentence) {
        problems.add("%s %s%s".formatted(place(key), sentence, sentence.endsWith("?") ? "" : "."));
    }

    /** Says what is wrong with the text of a key, from a column on. */
    void problemAt(String key, int column, String sentence) {
        problems.add("%s, column %d: %s".formatted(place(key), column, sentence));
    }

    boolean has(String key) {
        return node.has(key);
    }

    JsonNode get(String key) {
        return node.path(key);
    }

    /** A text; nothing if it is absent, or is no text, which is a problem. */
    Optional<String> text(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(key, "is not a text; it is one, and not an empty one");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** A text that must be there. */
    Optional<String> requiredText(String key, String example) {
        if (!has(key)) {
            problem(key, "is missing; it is a text such as \"%s\"".formatted(example));
        }
        return text(key);
    }

    /** An array of texts; none if it is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        JsonNode value = node.path(key);
        boolean valid = value.isMissingNode() || value.isArray();
        for (JsonNode element : value) {
            valid &= element.isTextual() && !element.textValue().isBlank();
            texts.add(element.asText());
        }
        if (!valid) {
            problem(key, "is not an array of texts; it is one, such as [\"X500\", \"SIP\"]");
            return List.of();
        }
        return texts;
    }

    /** Whether it is true; the other if it is absent or neither, which is a problem. */
    boolean flag(String key, boolean otherwise) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problem(key, "is neither true nor false; it is one of them");
        }
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    /** A text of this key as an attribute name; nothing if it is none, which is a problem. */
    Optional<AttributeName> name(String key, String text) {
        if (!AttributeName.isValid(text)) {
            problem(key, "is not an attribute name; a name is a letter followed by letters, digits, '-', '_' or '.'");
            return Optional.empty();
        }
        return Optional.of(AttributeName.of(text));
    }

    /** An attribute name, or nothing where {@code null} says so. */
    Optional<AttributeName> optionalName(String key) {
        return node.path(key).isNull() ? Optional.empty() : text(key).flatMap(text -> name(key, text));
    }
}
