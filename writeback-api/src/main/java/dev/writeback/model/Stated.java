package dev.writeback.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was said, and how new that is.
 *
 * @param version when it was said
 * @param value what was said
 * @param at when, if that is known; of one and the same statement that arrives twice the earlier time counts
 */
public record Stated<T>(Version version, T value, Optional<Instant> at) {

    /** What was said, without a time. */
    public Stated(Version version, T value) {
        this(version, value, Optional.empty());
    }

    /**
     * The newer of two statements. Of two with the same version that differ, the one that reads later in the alphabet
     * wins: any rule will do, if only it does not depend on which arrived first.
     */
    public static <T> Stated<T> newest(Stated<T> one, Stated<T> other) {
        int order = one.version.compareTo(other.version);
        if (order == 0 && !one.value.equals(other.value)) {
            order = compare(one.value, other.value);
        }
        if (order == 0) {
            return isEarlier(other.at, one.at) ? other : one;
        }
        return order > 0 ? one : other;
    }

    private static boolean isEarlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get()));
    }

    private static int compare(Object one, Object other) {
        int byText = one.toString().compareTo(other.toString());
        return byText != 0 ? byText : spelledOut(one).compareTo(spelledOut(other));
    }

    /** Tells apart what reads alike: 5 the number from 5 the text, "a, b" from "a" and "b". */
    private static String spelledOut(Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(Stated::spelledOut).collect(Collectors.joining());
        }
        String text = value.toString();
        return value.getClass().getSimpleName() + text.length() + ':' + text;
    }
}
