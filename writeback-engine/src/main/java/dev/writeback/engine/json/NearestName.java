package dev.writeback.engine.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant by a name that is not known, for error messages. */
public final class NearestName {

    private NearestName() {}

    /**
     * The known name that is nearest to an unknown one.
     *
     * @param unknown what was written
     * @param known the names that would have been right
     * @return nothing if none of them is near: more than about a third of it would have to change
     */
    public static Optional<String> to(String unknown, Collection<String> known) {
        String written = unknown.toLowerCase(Locale.ROOT);
        int most = Math.max(1, written.length() / 3);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance(written, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= most)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /**
     * The end of a sentence about an unknown name: what may have been meant, or else all that is known.
     *
     * @param unknown what was written
     * @param known the names that would have been right, in the order to show them
     * @return for instance {@code did you mean passwordFile?} or {@code known are: path, type}
     */
    public static String hint(String unknown, Collection<String> known) {
        return to(unknown, known)
                .map(name -> "did you mean %s?".formatted(name))
                .orElseGet(() -> "known are: " + String.join(", ", known));
    }

    /** How many characters must be inserted, removed, replaced or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (isSwap(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
