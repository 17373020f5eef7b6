package dev.writeback.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.writeback.engine.exchange.Spelling;
import dev.writeback.model.Dn;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object of the configuration, of which every key must be known; what is wrong goes to a list of problems. */
final class Section {

    private final String path;
    private final JsonNode node;
    private final List<String> problems;

    /** The object at a path, whose keys are these. */
    Section(String path, JsonNode node, List<String> problems, List<String> known) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(key, "is unknown; " + hint(key, known));
            }
        });
    }

    /** What may have been meant by an unknown word, or else all that is known. */
    static String hint(String unknown, List<String> known) {
        return Spelling.nearest(unknown, known)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "known are: " + String.join(", ", known));
    }

    /** Where a key is in the document. */
    String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Says what is wrong with the value of a key. */
    void problem(String key, String sentence) {
        problems.add(place(key) + " " + sentence);
    }

    boolean has(String key) {
        return !node.path(key).isMissingNode();
    }

    JsonNode get(String key) {
        return node.path(key);
    }

    /** An object below this one. If it is absent or is none, it has no keys, and nothing more is said of it. */
    Section section(String key, String... known) {
        JsonNode value = node.path(key);
        if (value.isObject()) {
            return new Section(place(key), value, problems, List.of(known));
        }
        if (!value.isMissingNode()) {
            problem(key, "is not an object; it is one with some of: " + String.join(", ", known));
        }
        return new Section(place(key), JsonNodeFactory.instance.objectNode(), new ArrayList<>(), List.of(known));
    }

    /** An object that must be there. */
    Section requiredSection(String key, String example, String... known) {
        if (!has(key)) {
            problem(key, "is missing; it is an object such as " + example);
        }
        return section(key, known);
    }

    /** A text; nothing if it is absent, or is none, which is a problem. */
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

    /** A text that must be there; empty if it is not. */
    String requiredText(String key, String example) {
        if (!has(key)) {
            problem(key, "is missing; it is a text such as \"%s\"".formatted(example));
        }
        return text(key).orElse("");
    }

    /** One of these words; the first if it is absent or another. */
    String word(String key, String... words) {
        Optional<String> text = text(key);
        if (text.isPresent() && !List.of(words).contains(text.get())) {
            problem(key, "is \"%s\"; it is one of: %s".formatted(text.get(), String.join(", ", words)));
        }
        return text.filter(List.of(words)::contains).orElse(words[0]);
    }

    /** An array of texts; none if it is absent. */
    List<String> texts(String key, String example) {
        List<String> texts = new ArrayList<>();
        JsonNode value = node.path(key);
        boolean valid = value.isMissingNode() || value.isArray();
        for (JsonNode element : value) {
            valid &= element.isTextual() && !element.textValue().isBlank();
            texts.add(element.asText());
        }
        if (!valid) {
            problem(key, "is not an array of texts; it is one, such as [\"%s\"]".formatted(example));
            return List.of();
        }
        return texts;
    }

    /** A whole number within bounds; nothing if it is absent, null or not one. */
    Optional<Integer> number(String key, int least, int most) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            problem(
                    key,
                    most == Integer.MAX_VALUE
                            ? "is not a whole number of %d or more".formatted(least)
                            : "is not a whole number from %d to %d".formatted(least, most));
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /** Whether it says {@code true}; not if it is absent or neither true nor false. */
    boolean isTrue(String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problem(key, "is neither true nor false; it is one of them");
        }
        return value.booleanValue();
    }

    /** A duration of more than nothing; the other one if it is absent or none. */
    Duration duration(String key, Duration otherwise) {
        Optional<String> text = text(key);
        try {
            Duration duration = text.map(Duration::parse).orElse(otherwise);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            problem(key, "is not a duration; write it like PT30S, PT5M or PT6H");
            return otherwise;
        }
        problem(key, "is not more than nothing; write it like PT30S, PT5M or PT6H");
        return otherwise;
    }

    /** A distinguished name; nothing if the text is none. */
    Optional<Dn> name(String key, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!Dn.isValid(text)) {
            problem(key, "is not a distinguished name; it is one such as DC=corp,DC=example");
            return Optional.empty();
        }
        return Optional.of(Dn.of(text));
    }
}
