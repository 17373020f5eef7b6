package dev.writeback.agent;

import dev.writeback.model.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A line of LDIF (RFC 2849), folded at 76 columns, in base64 where the text could not be read back as it is. */
final class LdifLine {

    private static final int WIDTH = 76;

    private LdifLine() {}

    static String of(String name, AttributeValue value) {
        if (value instanceof AttributeValue.Octets octets) {
            return folded(name + ":: " + octets.base64());
        }
        String text = value.toString();
        return folded(isSafe(text) ? name + ": " + text : name + ":: " + base64(text));
    }

    /** A text that does not end the comment that it stands in. */
    static String comment(String text) {
        return isSafe(text) ? text : base64(text);
    }

    /** Comment lines that say a sentence, in ASCII, and none longer than the others. */
    static String remark(String sentence) {
        StringBuilder ascii = new StringBuilder();
        sentence.chars()
                .forEach(c -> ascii.append(
                        c >= ' ' && c < 0x7f ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c)));
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < ascii.length(); from += WIDTH - 2) {
            lines.append("# ")
                    .append(ascii, from, Math.min(ascii.length(), from + WIDTH - 2))
                    .append('\n');
        }
        return lines.toString();
    }

    private static boolean isSafe(String text) {
        if (text.isEmpty() || " :<".indexOf(text.charAt(0)) >= 0 || text.endsWith(" ")) {
            return false;
        }
        return text.chars().allMatch(c -> c < 0x80 && c != 0 && c != '\n' && c != '\r');
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** By here the line is ASCII, so that a column is a byte; a line that goes on begins with a space. */
    private static String folded(String line) {
        StringBuilder lines = new StringBuilder();
        int from = 0;
        int width = WIDTH;
        while (line.length() - from > width) {
            lines.append(line, from, from + width).append("\n ");
            from += width;
            width = WIDTH - 1;
        }
        return lines.append(line, from, line.length()).append('\n').toString();
    }
}
