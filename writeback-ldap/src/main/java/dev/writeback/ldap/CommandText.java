package dev.writeback.ldap;

import dev.writeback.model.Dn;
import java.nio.charset.StandardCharsets;

/**
 * Names in commands of shells. Whoever names an organizational unit must not get a command of theirs run by the
 * administrator who copies the line: what means anything to any of the shells is written as a hexadecimal pair, which every
 * directory reads as the character itself (RFC 4514, section 2.4).
 */
final class CommandText {

    private static final String PLAIN = " =,-_./:()@";

    private CommandText() {}

    /** A name that stands between quotes of any kind. */
    static String of(Dn dn) {
        StringBuilder text = new StringBuilder();
        String value = dn.value();
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\\' && i + 1 < value.length() && isHex(value.charAt(i)) && isHex(value.charAt(i + 1))) {
                text.append('\\').append(value, i, i + 2);
                i += 2;
            } else if (character == '\\' && i < value.length()) {
                int escaped = value.codePointAt(i);
                i += Character.charCount(escaped);
                pairs(escaped, text);
            } else if (isPlain(character)) {
                text.appendCodePoint(character);
            } else {
                pairs(character, text);
            }
        }
        return text.toString();
    }

    /** An account; what no account's name may have ([MS-SAMR] 3.1.1.6) or a shell would read is left out. */
    static String ofAccount(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .filter(it -> Character.isLetterOrDigit(it) || " .-_\\$@".indexOf(it) >= 0)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static void pairs(int character, StringBuilder text) {
        for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            text.append("\\%02X".formatted(one & 0xff));
        }
    }

    private static boolean isPlain(int character) {
        return isLetter(character) || (character >= '0' && character <= '9') || PLAIN.indexOf(character) >= 0;
    }

    private static boolean isLetter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isHex(char character) {
        return Character.digit(character, 16) >= 0 && character < 0x80;
    }
}
