package dev.writeback.engine.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that saved plans have for what is one of a few: {@code notStated} for {@code NOT_STATED}. */
final class PlanWords {

    private PlanWords() {}

    static String of(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }

    /** What a word stands for; nothing if it is none of them. */
    static <E extends Enum<E>> Optional<E> find(Class<E> kind, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /** All words, for a sentence. */
    static String all(Class<? extends Enum<?>> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(PlanWords::of).collect(Collectors.joining(", "));
    }
}
