package dev.writeback.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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
                    "'%s' is not a distinguished name: %s".formatted(Excerpt.of(text), problem.getMessage()), problem);
        }
    }

    /** Whether this is a distinguished name of the plainest kind, which most are: to be sure of it takes no parsing. */
    static boolean isPlain(String text) {
        boolean inType = true;
        char before = ',';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean simple = letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
            if (c == '=' && inType && before != ',') {
                inType = false;
            } else if (c == ',' && !inType && before != '=' && before != ' ') {
                inType = true;
            } else if (!simple && !(c == ' ' && !inType && before != '=')) {
                return false;
            }
            before = c;
        }
        return !inType && before != '=' && before != ' ';
    }

    /** The parts; null if this is not a distinguished name. */
    static @Nullable List<String> partsOf(String text) {
        try {
            return new DnParser(text).parts();
        } catch (Malformed problem) {
            return null;
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
        String first = pair();
        if (at == text.length() || text.charAt(at) == ',') {
            return first;
        }
        List<String> pairs = new ArrayList<>(List.of(first));
        while (at < text.length() && text.charAt(at) == '+') {
            at++;
            pairs.add(pair());
        }
        // A part with several values is a set of them (X.501): their order does not count.
        pairs.sort(null);
        return String.join("+", pairs);
    }

    private String pair() throws Malformed {
        int equals = text.indexOf('=', at);
        if (equals < 0) {
            throw new Malformed("a part has no '='");
        }
        String type = type(at, equals);
        at = equals + 1;
        String value = CaseFold.fold(value());
        // The length in front keeps an escaped separator inside a value from being taken for a real one.
        return CaseFold.fold(type) + '=' + value.length() + ':' + value;
    }

    private String type(int start, int end) throws Malformed {
        int first = start;
        int last = end;
        while (first < last && text.charAt(first) == ' ') {
            first++;
        }
        while (first < last && text.charAt(last - 1) == ' ') {
            last--;
        }
        String type = text.substring(first, last);
        if (type.isEmpty()
                || !type.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.'))) {
            throw new Malformed("'%s' is not the name of an attribute".formatted(Excerpt.of(type)));
        }
        return type;
    }

    private String value() throws Malformed {
        StringBuilder value = new StringBuilder();
        int length = 0;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '+') {
            if (text.charAt(at) == ' ') {
                at++;
                if (length > 0) {
                    value.append(' ');
                }
            } else {
                character(value);
                length = value.length();
            }
        }
        if (length == 0) {
            throw new Malformed("a part has no value");
        }
        value.setLength(length);
        return value.toString();
    }

    private void character(StringBuilder value) throws Malformed {
        int c = text.codePointAt(at);
        if (c == '\\') {
            escaped(value);
            return;
        }
        if (c == 0 || SPECIAL.indexOf(c) >= 0) {
            throw new Malformed("the character '%s' is not escaped".formatted(Character.toString(c)));
        }
        append(c, value);
    }

    private void append(int c, StringBuilder value) throws Malformed {
        if (Character.getType(c) == Character.SURROGATE) {
            throw new Malformed("it is not well-formed Unicode");
        }
        value.appendCodePoint(c);
        at += Character.charCount(c);
    }

    private void escaped(StringBuilder value) throws Malformed {
        if (at + 1 >= text.length()) {
            throw new Malformed("it ends in a backslash");
        }
        if (isCode(at)) {
            octets(value);
        } else {
            at++;
            append(text.codePointAt(at), value);
        }
    }

    private boolean isCode(int start) {
        return start + 2 < text.length()
                && text.charAt(start) == '\\'
                && HexFormat.isHexDigit(text.charAt(start + 1))
                && HexFormat.isHexDigit(text.charAt(start + 2));
    }

    /** Characters escaped as the bytes of their UTF-8. */
    private void octets(StringBuilder value) {
        int end = at;
        while (isCode(end)) {
            end += 3;
        }
        byte[] bytes = new byte[(end - at) / 3];
        for (int i = 0; i < bytes.length; i++, at += 3) {
            bytes[i] = (byte) HexFormat.fromHexDigits(text, at + 1, at + 3);
        }
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        if (Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes)) {
            value.append(decoded);
        } else {
            // Bytes that are no text stay apart from each other and from every text: no text has half a surrogate pair.
            for (byte octet : bytes) {
                value.append((char) (Character.MIN_LOW_SURROGATE + (octet & 0xff)));
            }
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
