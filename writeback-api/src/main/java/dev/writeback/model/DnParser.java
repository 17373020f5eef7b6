package dev.writeback.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a distinguished name apart into parts that compare by equality, leaf first. */
final class DnParser {

    private static final String SPECIAL = "\"+,;<>";

    private final String text;
    private int at;

    private DnParser(String text) {
        this.text = text;
    }

    static List<String> parse(String text) {
        try {
            return new DnParser(text).parts();
        } catch (Malformed problem) {
            throw new IllegalArgumentException(
                    "'%s' is not a distinguished name: %s".formatted(text, problem.getMessage()), problem);
        }
    }

    static @Nullable String problem(String text) {
        try {
            new DnParser(text).parts();
            return null;
        } catch (Malformed problem) {
            return problem.getMessage();
        }
    }

    private List<String> parts() throws Malformed {
        List<String> parts = new ArrayList<>();
        parts.add(part());
        while (at < text.length()) {
            at++;
            parts.add(part());
        }
        return parts;
    }

    private String part() throws Malformed {
        StringBuilder part = new StringBuilder();
        pair(part);
        while (at < text.length() && text.charAt(at) == '+') {
            at++;
            part.append('+');
            pair(part);
        }
        return part.toString();
    }

    private void pair(StringBuilder part) throws Malformed {
        int equals = text.indexOf('=', at);
        if (equals < 0) {
            throw new Malformed("a part has no '='");
        }
        String type = text.substring(at, equals).strip();
        if (type.isEmpty()
                || !type.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.'))) {
            throw new Malformed("'%s' is not the name of an attribute".formatted(type));
        }
        at = equals + 1;
        String value = CaseFold.fold(value());
        // The length in front keeps an escaped separator inside a value from being taken for a real one.
        part.append(CaseFold.fold(type))
                .append('=')
                .append(value.length())
                .append(':')
                .append(value);
    }

    private String value() throws Malformed {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int spaces = 0;
        boolean begun = false;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '+') {
            int c = text.codePointAt(at);
            if (c == ' ') {
                spaces += begun ? 1 : 0;
                at++;
                continue;
            }
            bytes.writeBytes(" ".repeat(spaces).getBytes(StandardCharsets.UTF_8));
            spaces = 0;
            begun = true;
            character(c, bytes);
        }
        if (!begun) {
            throw new Malformed("a part has no value");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void character(int c, ByteArrayOutputStream bytes) throws Malformed {
        if (c == '\\') {
            escaped(bytes);
            return;
        }
        if (c == 0 || SPECIAL.indexOf(c) >= 0) {
            throw new Malformed("the character '%s' is not escaped".formatted(Character.toString(c)));
        }
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(c);
    }

    private void escaped(ByteArrayOutputStream bytes) throws Malformed {
        if (at + 1 >= text.length()) {
            throw new Malformed("it ends in a backslash");
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high >= 0 && low >= 0) {
            bytes.write(high * 16 + low);
            at += 3;
        } else {
            int c = text.codePointAt(at + 1);
            bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            at += 1 + Character.charCount(c);
        }
    }

    /** What is wrong with the text; never leaves this class. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
