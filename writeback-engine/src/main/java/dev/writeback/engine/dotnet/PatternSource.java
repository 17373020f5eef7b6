package dev.writeback.engine.dotnet;

/** The text of a pattern while it is read. */
final class PatternSource {

    private final String pattern;
    private int at;

    PatternSource(String pattern) {
        this.pattern = pattern;
    }

    boolean atEnd() {
        return at >= pattern.length();
    }

    /** The character so many places ahead, or behind if there are fewer than none; zero outside of the pattern. */
    char ahead(int places) {
        return at + places >= 0 && at + places < pattern.length() ? pattern.charAt(at + places) : 0;
    }

    char peek() {
        return ahead(0);
    }

    /** The next character, whole. */
    int next() {
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    void skip(int places) {
        at += places;
    }

    boolean accept(String text) {
        boolean here = pattern.startsWith(text, at);
        at += here ? text.length() : 0;
        return here;
    }

    /** The text up to this character, behind which it then stands. */
    String until(char end, String complaint) {
        int found = pattern.indexOf(end, at);
        if (found < 0) {
            throw wrong(complaint);
        }
        String text = pattern.substring(at, found);
        at = found + 1;
        return text;
    }

    /** The digits that follow, which may be none. */
    String digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return pattern.substring(start, at);
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** What to throw: the phrase with the place in the pattern. */
    InvalidSettingException wrong(String phrase) {
        return new InvalidSettingException(
                "at character %d of the pattern: %s".formatted(Math.min(at, pattern.length()) + 1, phrase));
    }
}
