package dev.writeback.engine.dotnet;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A text as the hexadecimal digits of its UTF-8. */
public final class Utf8Hex {

    private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

    private Utf8Hex() {}

    /** Two digits a byte, in upper case, nothing between; half a surrogate pair counts as U+FFFD, as in .NET. */
    public static String of(String text) {
        return DIGITS.formatHex(wellFormed(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Java would write a question mark for half a pair. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c);
        }
        return whole.toString();
    }
}
