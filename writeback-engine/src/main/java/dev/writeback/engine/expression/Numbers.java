package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.DotNetSpace;
import java.util.Locale;
import java.util.OptionalLong;

/** Numbers as they are written. */
final class Numbers {

    private Numbers() {}

    /** The number that a text writes: perhaps a sign, then digits of ASCII, with white space around; 64 bits. */
    static OptionalLong whole(String text) {
        String digits = DotNetSpace.trim(text);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && (i > 0 || (c != '-' && c != '+'))) {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException noDigitsOrTooMany) {
            return OptionalLong.empty();
        }
    }

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
