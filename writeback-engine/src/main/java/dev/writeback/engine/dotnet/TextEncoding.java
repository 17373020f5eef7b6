package dev.writeback.engine.dotnet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How bytes stand for a text. */
public enum TextEncoding {
    /** UTF-16, the lower byte first, no byte-order mark. */
    UNICODE("Unicode", StandardCharsets.UTF_16LE),
    /** Seven bits. */
    ASCII("ASCII", StandardCharsets.US_ASCII),
    /** UTF-8. */
    UTF8("UTF8", StandardCharsets.UTF_8);

    private final String word;
    private final Charset charset;

    TextEncoding(String word, Charset charset) {
        this.word = word;
        this.charset = charset;
    }

    /**
     * The encoding of this word, which is {@code Unicode}, {@code ASCII} or {@code UTF8}.
     *
     * @throws InvalidSettingException if it is another word
     */
    public static TextEncoding named(String word) {
        for (TextEncoding encoding : values()) {
            if (encoding.word.equals(word)) {
                return encoding;
            }
        }
        throw new InvalidSettingException("the encoding is one of Unicode, ASCII and UTF8, in this spelling");
    }

    byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    /** The text of the bytes; nothing if they are malformed. */
    Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
