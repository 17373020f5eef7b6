package dev.writeback.engine.dotnet;

import java.util.Base64;
import java.util.Optional;

/** Base64 in the standard alphabet, padded, without line ends. */
public final class Base64Text {

    private Base64Text() {}

    /** The base64 of the UTF-16 of a text, the lower byte first; half a surrogate pair counts as U+FFFD. */
    public static String encode(String text) {
        return encode(TextEncoding.UNICODE.bytes(text));
    }

    /** The base64 of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The text that this base64 stands for; nothing if it is no base64 or the bytes are malformed in the encoding.
     *
     * <p>As {@code Convert.FromBase64String} of .NET: blanks, tabs and line ends count for nothing, the padding is
     * required.
     */
    public static Optional<String> decode(String base64, TextEncoding encoding) {
        String packed = packed(base64);
        if (packed.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return encoding.text(Base64.getDecoder().decode(packed));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String packed(String base64) {
        StringBuilder packed = new StringBuilder(base64.length());
        for (int i = 0; i < base64.length(); i++) {
            char c = base64.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                packed.append(c);
            }
        }
        return packed.toString();
    }
}
