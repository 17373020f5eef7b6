package dev.writeback.engine.exchange;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Spelling {

    private Spelling() {}

    /** {@code " (did you mean X?)"} for the nearest known word; empty if none is near. */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known).map(" (did you mean %s?)"::formatted).orElse("");
    }

    /** The nearest known word; nothing if more than about a third of the word would have to change. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return nearest(word, known, Math.max(2, word.length() / 3));
    }

    /** The nearest known word, case ignored; nothing if more letters than these would have to change. */
    public static Optional<String> nearest(String word, Collection<String> known, int letters) {
        String sought = word.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        int least = letters + 1;
        for (String candidate : known) {
            int distance = distance(sought, candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
