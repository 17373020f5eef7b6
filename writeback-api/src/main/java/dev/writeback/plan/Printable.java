package dev.writeback.plan;

import java.util.Locale;

/**
 * Text from outside as a line of a terminal, a log or a message may show it: what would end the line, move the cursor,
 * change colours or turn the direction of text is shown as its code, and so is half of a character.
 */
public final class Printable {

    private Printable() {}

    /** The text, with {@code \\u202e} or {@code \\u{e0001}} in the place of a character that is not to be sent as it is. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isControl)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            if (isControl(c)) {
                shown.append(String.format(Locale.ROOT, Character.isBmpCodePoint(c) ? "\\u%04x" : "\\u{%x}", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
