package dev.writeback.engine.expression;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text its text, without brackets, quotation marks and escapes
 * @param column where it begins, the first character being 1
 */
record Token(Kind kind, String text, int column) {

    /** What a word is. */
    enum Kind {
        NAME,
        ATTRIBUTE,
        TEXT,
        NUMBER,
        /** {@code ( ) , & = <> < <= > >=}. */
        SIGN,
        /** What is no word of the language; its text says why, and nothing is read behind it. */
        FOREIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** How an error names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a text";
            case ATTRIBUTE -> "[" + text + "]";
            case NAME, NUMBER, SIGN, FOREIGN -> "'" + text + "'";
        };
    }
}
