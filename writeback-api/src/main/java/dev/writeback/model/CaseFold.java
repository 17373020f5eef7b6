package dev.writeback.model;

/**
 * Case folding as a case-ignoring directory does it: character by character, in no language.
 *
 * <p>Only pairs that map onto each other both ways fold. So the dotted and the dotless i of Turkish, the Kelvin sign
 * and the sharp s stay what they are: taking two values for one that the directory keeps apart would lose a change.
 */
final class CaseFold {

    private CaseFold() {}

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    /** Whether both fold to the same. */
    static boolean same(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            char c = one.charAt(i);
            char d = other.charAt(i);
            if (c != d && fold(c) != fold(d)) {
                return false;
            }
        }
        return true;
    }

    private static String foldFrom(String text, int start) {
        char[] folded = text.toCharArray();
        for (int i = start; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        char lower = Character.toLowerCase(c);
        return Character.toUpperCase(lower) == c ? lower : c;
    }
}
