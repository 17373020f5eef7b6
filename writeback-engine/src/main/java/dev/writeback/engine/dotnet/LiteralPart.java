package dev.writeback.engine.dotnet;

/**
 * Text that stands for itself.
 *
 * @param literal at least one character; a {@code Z} alone says that the time is UTC
 */
record LiteralPart(String literal) implements FormatPart {

    @Override
    public boolean read(TextCursor text, DateFields fields) {
        for (int i = 0; i < literal.length(); i++) {
            if (!accept(literal.charAt(i), text, fields.styles())) {
                return false;
            }
        }
        return !literal.equals("Z") || fields.setUtc();
    }

    @Override
    public void print(DotNetDate date, StringBuilder text) {
        text.append(literal);
    }

    /** White space in a format is not insisted on where white space does not count. */
    private static boolean accept(char c, TextCursor text, DateTimeStyles styles) {
        boolean inner = styles.has(DateTimeStyle.ALLOW_INNER_WHITE);
        if (inner) {
            text.skipSpace();
        }
        return DotNetSpace.isSpace(c)
                ? inner
                        || text.accept(c)
                        || (text.atEnd() && styles.has(DateTimeStyle.ALLOW_TRAILING_WHITE))
                        || (text.atStart() && styles.has(DateTimeStyle.ALLOW_LEADING_WHITE))
                : text.accept(c);
    }
}
