package dev.writeback.engine.dotnet;

/** Reads a text from left to right; what does not fit leaves it where it was. */
final class TextCursor {

    /** What a number is when there is none. */
    static final int NONE = -1;

    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    boolean atStart() {
        return at == 0;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The next character; zero at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    boolean accept(char c) {
        return accept(String.valueOf(c));
    }

    boolean accept(String literal) {
        return accept(literal, false);
    }

    boolean acceptAnyCase(String literal) {
        return accept(literal, true);
    }

    /** A number of so many digits; {@link #NONE} if there are fewer. */
    int number(int fewest, int most) {
        int end = at;
        int number = 0;
        while (end < text.length() && end - at < most && isDigit(text.charAt(end))) {
            number = number * 10 + text.charAt(end) - '0';
            end++;
        }
        if (end - at < fewest) {
            return NONE;
        }
        at = end;
        return number;
    }

    /** How many digits follow, up to so many. */
    int digits(int most) {
        int end = at;
        while (end < text.length() && end - at < most && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    void skipSpace() {
        while (!atEnd() && DotNetSpace.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private boolean accept(String literal, boolean anyCase) {
        boolean here = text.regionMatches(anyCase, at, literal, 0, literal.length());
        at += here ? literal.length() : 0;
        return here;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
