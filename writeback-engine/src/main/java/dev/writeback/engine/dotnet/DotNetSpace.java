package dev.writeback.engine.dotnet;

/** White space as .NET knows it: the Unicode property White_Space. */
public final class DotNetSpace {

    private DotNetSpace() {}

    /** The text without the white space at both of its ends, which may leave nothing. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether it is white space: tabs, line ends and the no-break spaces are, the zero-width space is not. */
    static boolean isSpace(char c) {
        return switch (c) {
            case ' ', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000' -> true;
            default -> (c >= '\t' && c <= '\r') || (c >= '\u2000' && c <= '\u200a');
        };
    }
}
