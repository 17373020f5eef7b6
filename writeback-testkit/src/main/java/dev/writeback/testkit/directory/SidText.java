package dev.writeback.testkit.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Security identifiers in text, such as {@code S-1-5-21-1-2-3-1103} ([MS-DTYP] 2.4.2). */
final class SidText {

    private static final Pattern FORM = Pattern.compile("S-1-[0-9]{1,10}(-[0-9]{1,10}){1,15}");
    private static final int HEAD = 8;

    private SidText() {}

    /** The octets of an identifier in text or in hexadecimal digits; null if it is neither. */
    static byte @Nullable [] parse(String text) {
        if (!FORM.matcher(text).matches()) {
            try {
                return text.isEmpty() ? null : HexFormat.of().parseHex(text);
            } catch (IllegalArgumentException neither) {
                return null;
            }
        }
        String[] parts = text.split("-", -1);
        ByteBuffer sid = ByteBuffer.allocate(HEAD + Integer.BYTES * (parts.length - 3));
        sid.putLong(Long.parseLong(parts[2])).put(0, (byte) 1).put(1, (byte) (parts.length - 3));
        sid.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 3; i < parts.length; i++) {
            sid.putInt((int) Long.parseLong(parts[i]));
        }
        return sid.array();
    }

    /** The text of an identifier. */
    static String of(byte[] sid) {
        ByteBuffer octets = ByteBuffer.wrap(sid);
        StringBuilder text = new StringBuilder("S-1-").append(octets.getLong() & 0xffff_ffff_ffffL);
        octets.order(ByteOrder.LITTLE_ENDIAN);
        while (octets.remaining() >= Integer.BYTES) {
            text.append('-').append(Integer.toUnsignedLong(octets.getInt()));
        }
        return text.toString();
    }

    /** The last number of an identifier, which tells accounts of one domain apart. */
    static long relativeId(byte[] sid) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(sid).order(ByteOrder.LITTLE_ENDIAN).getInt(sid.length - Integer.BYTES));
    }
}
