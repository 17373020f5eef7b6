package dev.writeback.engine.dotnet;

/** Translates a character class, from the character behind the opening bracket on. */
final class PatternBrackets {

    private static final int NO_CHARACTER = -1;

    private final PatternSource source;
    private final StringBuilder set = new StringBuilder();
    private boolean withoutWord;
    private String subtracted = "";

    private PatternBrackets(PatternSource source) {
        this.source = source;
    }

    static String translate(PatternSource source) {
        return new PatternBrackets(source).translate();
    }

    private String translate() {
        boolean negated = source.accept("^");
        int start = source.position();
        while (source.position() == start || source.peek() != ']') {
            if (source.atEnd()) {
                throw source.wrong("a bracket [ is closed by ]");
            }
            item(source.position() == start);
        }
        source.skip(1);
        String base = base(negated);
        return subtracted.isEmpty() ? base : "(?:(?!" + subtracted + ")" + base + ")";
    }

    /** The complement of the word characters is kept apart: Java's nested brackets do not mix with negation. */
    private String base(boolean negated) {
        if (!withoutWord) {
            return (negated ? "[^" : "[") + set + "]";
        }
        String either =
                set.isEmpty() ? "[^" + PatternEscape.WORD + "]" : "(?:[" + set + "]|[^" + PatternEscape.WORD + "])";
        return negated ? "(?:(?!" + either + ")[\\x{0}-\\x{10ffff}])" : either;
    }

    private void item(boolean first) {
        boolean escaped = source.peek() == '\\';
        int c = character();
        if (c == NO_CHARACTER) {
            return;
        }
        if (source.peek() == '-' && source.ahead(1) != ']' && source.ahead(1) != 0) {
            source.skip(1);
            range(c);
        } else if (c == '-' && !escaped && !first && source.accept("[")) {
            subtract();
        } else {
            set.append(PatternEscape.literal(c));
        }
    }

    /** The part behind the hyphen: the end of a range, or a class to subtract. */
    private void range(int from) {
        if (source.accept("[")) {
            set.append(PatternEscape.literal(from));
            subtract();
            return;
        }
        int position = source.position();
        int to = character();
        if (to == NO_CHARACTER) {
            source.back(position);
            throw source.wrong("a range in brackets ends in a single character");
        }
        if (to < from) {
            throw source.wrong("a range in brackets runs from the lower to the higher character");
        }
        set.append(PatternEscape.literal(from)).append('-').append(PatternEscape.literal(to));
    }

    private void subtract() {
        subtracted = translate(source);
        if (source.peek() != ']') {
            throw source.wrong("a subtracted class is the last thing in its brackets");
        }
    }

    /** The next character; a shorthand or category is added at once and gives none. */
    private int character() {
        if (source.peek() != '\\') {
            return source.next();
        }
        source.skip(1);
        char letter = source.peek();
        if (letter == 'W') {
            withoutWord = true;
        } else if ("dDsSwpP".indexOf(letter) < 0 || source.atEnd()) {
            return PatternEscape.character(source);
        }
        source.skip(1);
        if (letter != 'W') {
            set.append(PatternEscape.set(letter, source));
        }
        return NO_CHARACTER;
    }
}
