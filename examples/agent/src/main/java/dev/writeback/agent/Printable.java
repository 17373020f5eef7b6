package dev.writeback.agent;

import java.util.Locale;

/** Text from outside as a terminal may show it: what would move the cursor or change colours is shown as a code. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        if (text.chars().noneMatch(Printable::isControl)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(c -> shown.append(
                        isControl(c) ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c)));
        return shown.toString();
    }

    /** Control characters, and those that turn the direction of text. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
