package dev.writeback.engine.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a line into text, and does not take anything for UTF-8 that is not. */
final class FeedText {

    private FeedText() {}

    static String decode(ByteBuffer bytes) throws MalformedLine {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedLine(
                    columnOfFault(bytes), "the bytes from here on are not UTF-8; save the file as UTF-8");
        }
    }

    /** The text for people to look at, with a mark for what is not UTF-8. */
    static String show(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static int columnOfFault(ByteBuffer bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate(), out, true);
        String before = out.flip().toString();
        return result.isError() ? before.codePointCount(0, before.length()) + 1 : 1;
    }
}
