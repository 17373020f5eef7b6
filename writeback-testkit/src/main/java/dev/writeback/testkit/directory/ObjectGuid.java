package dev.writeback.testkit.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The 16 octets of an objectGUID, whose first three groups are little-endian, and their text. */
final class ObjectGuid {

    private ObjectGuid() {}

    static UUID toUuid(byte[] octets) {
        ByteBuffer little = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        long first = Integer.toUnsignedLong(little.getInt());
        long second = Short.toUnsignedLong(little.getShort());
        long third = Short.toUnsignedLong(little.getShort());
        return new UUID(
                first << 32 | second << 16 | third,
                little.order(ByteOrder.BIG_ENDIAN).getLong());
    }

    static byte[] toOctets(UUID uuid) {
        ByteBuffer octets = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        octets.putInt((int) (uuid.getMostSignificantBits() >>> 32));
        octets.putShort((short) (uuid.getMostSignificantBits() >>> 16));
        octets.putShort((short) uuid.getMostSignificantBits());
        return octets.order(ByteOrder.BIG_ENDIAN)
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** The octets of a GUID with dashes, or of 32 hexadecimal digits that are the octets as they are; otherwise null. */
    static byte @Nullable [] parse(String text) {
        try {
            if (text.length() == 32) {
                return HexFormat.of().parseHex(text);
            }
            return text.length() == 36 ? toOctets(UUID.fromString(text)) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
