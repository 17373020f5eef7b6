package dev.writeback.engine.expression;

import java.util.Locale;

/** Numbers as they are written. */
final class Numbers {

    private Numbers() {}

    /** A whole number; one with a fraction is a text, for no function takes fractions. */
    static Value value(Token token) {
        String text = token.text();
        try {
            if (text.startsWith("&")) {
                return new Value.Whole(Long.parseUnsignedLong(text.substring(2).toLowerCase(Locale.ROOT), 16));
            }
            return text.indexOf('.') >= 0 ? Value.text(text) : new Value.Whole(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            throw new Misuse(
                    token.column(), "The number is none of 64 bits; put it in quotation marks if it is a text.");
        }
    }
}
