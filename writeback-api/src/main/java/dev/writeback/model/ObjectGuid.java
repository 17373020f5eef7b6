package dev.writeback.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.UUID;

/**
 * The 16 bytes that name an entry for good: {@code objectGUID}, or the {@code mS-DS-ConsistencyGuid} that outlives it.
 *
 * <p>The bytes are in Microsoft's order: the first three groups of the dashed form are little-endian ([MS-DTYP] 2.3.4).
 * The cloud's immutable id is the base64 of these bytes.
 *
 * @param uuid the dashed form
 */
public record ObjectGuid(UUID uuid) {

    /** How many bytes a GUID has. */
    public static final int LENGTH = 16;

    /**
     * The GUID of these bytes, in Microsoft's order.
     *
     * @throws IllegalArgumentException if they are not 16
     */
    public static ObjectGuid ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a GUID has %d bytes, these are %d".formatted(LENGTH, bytes.length));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high = ((long) in.getInt() << 32) | ((in.getShort() & 0xffffL) << 16) | (in.getShort() & 0xffffL);
        return new ObjectGuid(new UUID(high, in.order(ByteOrder.BIG_ENDIAN).getLong()));
    }

    /**
     * The GUID that an immutable id stands for.
     *
     * @param immutableId base64 of the 16 bytes, for instance {@code q83vEjRWeJCrze8SNFZ4kA==}
     * @throws IllegalArgumentException if it is not base64 or not 16 bytes; the message says which
     */
    public static ObjectGuid ofBase64(String immutableId) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(immutableId);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(
                    "an immutable id is the base64 of 16 bytes, this is not base64", notBase64);
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "an immutable id is the base64 of 16 bytes, this decodes to %d".formatted(bytes.length));
        }
        return ofBytes(bytes);
    }

    /** The 16 bytes in Microsoft's order, as LDAP sends them; a new array each time. */
    public byte[] toBytes() {
        long high = uuid.getMostSignificantBits();
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** The immutable id: base64 of the bytes. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(toBytes());
    }

    /** The dashed form in lower case. */
    @Override
    public String toString() {
        return uuid.toString();
    }
}
