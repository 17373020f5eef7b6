package dev.writeback.engine.dotnet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A Windows security identifier as text. */
public final class SecurityIdentifierText {

    private static final int HEADER = 8;
    private static final int MOST_PARTS = 15;

    private SecurityIdentifierText() {}

    /**
     * The text of a binary identifier, for instance {@code S-1-5-32-544} (MS-DTYP, 2.4.2).
     *
     * @return nothing if the bytes are not as many as they say, or name more than 15 sub-authorities
     */
    public static Optional<String> of(byte[] sid) {
        if (sid.length < HEADER || sid[1] < 0 || sid[1] > MOST_PARTS || sid.length != HEADER + sid[1] * 4) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("S-").append(sid[0] & 0xff).append('-');
        long authority = ByteBuffer.wrap(sid).getLong() & 0xffff_ffff_ffffL;
        text.append(authority >> 32 == 0 ? Long.toString(authority) : hex(authority));
        ByteBuffer parts = ByteBuffer.wrap(sid, HEADER, sid.length - HEADER).order(ByteOrder.LITTLE_ENDIAN);
        while (parts.hasRemaining()) {
            text.append('-').append(Integer.toUnsignedString(parts.getInt()));
        }
        return Optional.of(text.toString());
    }

    /** Twelve digits, as Windows writes an authority that does not fit into 32 bits. */
    private static String hex(long authority) {
        String digits = Long.toHexString(authority);
        return "0x" + "0".repeat(12 - digits.length()) + digits;
    }
}
