package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values so that a step that has them fits on a line. */
final class StepText {

    private static final int LONGEST = 60;

    private StepText() {}

    static String of(Map<AttributeName, List<AttributeValue>> attributes) {
        return attributes.isEmpty()
                ? "nothing"
                : attributes.entrySet().stream()
                        .map(one -> one.getKey() + "=" + of(one.getValue()))
                        .collect(Collectors.joining(", "));
    }

    static String of(List<AttributeValue> values) {
        return values.stream().map(value -> visible(value.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String visible(String text) {
        String start = text.substring(0, Math.min(LONGEST, text.length()));
        String shown = start.codePoints()
                .mapToObj(c -> isSeen(c) ? Character.toString(c) : "\\u{%x}".formatted(c))
                .collect(Collectors.joining());
        return start.length() < text.length() ? "%s... (%d characters)".formatted(shown, text.length()) : shown;
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
