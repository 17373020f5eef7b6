package dev.writeback.ldap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The two forms of a security identifier, text and bytes ([MS-DTYP] 2.4.2.1 and 2.4.2.2). */
final class SecurityIdentifiers {

    private static final int AUTHORITY_BYTES = 6;
    private static final int HEADER_BYTES = 2 + AUTHORITY_BYTES;

    private SecurityIdentifiers() {}

    /** The bytes that {@code objectSid} holds for a text like {@code S-1-5-21-1-2-3-1104}. */
    static byte[] toBytes(String text) {
        String[] parts = text.split("-", -1);
        int subAuthorities = parts.length - 3;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Integer.parseInt(parts[1]));
        bytes.write(subAuthorities);
        byte[] authority = ByteBuffer.allocate(Long.BYTES)
                .putLong(Long.parseLong(parts[2]))
                .array();
        bytes.write(authority, Long.BYTES - AUTHORITY_BYTES, AUTHORITY_BYTES);
        for (int i = 3; i < parts.length; i++) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) Long.parseLong(parts[i]))
                    .array());
        }
        return bytes.toByteArray();
    }

    /** The text of these bytes; empty if they are no security identifier. */
    static String toText(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes.length != HEADER_BYTES + Integer.BYTES * (bytes[1] & 0xff)) {
            return "";
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StringBuilder text = new StringBuilder("S-").append(bytes[0] & 0xff).append('-');
        text.append(in.getLong(0) & 0xffff_ffff_ffffL);
        in.position(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            text.append('-').append(Integer.toUnsignedLong(in.getInt()));
        }
        return text.toString();
    }
}
