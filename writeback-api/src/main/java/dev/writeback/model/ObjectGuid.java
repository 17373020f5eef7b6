package dev.writeback.model;

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

    /** Where each byte of the dashed form stands; the way back is the same. */
    private static final int[] ORDER = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

    /**
     * The GUID of these bytes, in Microsoft's order.
     *
     * @throws IllegalArgumentException if they are not 16
     */
    public static ObjectGuid ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a GUID has %d bytes, these are %d".formatted(LENGTH, bytes.length));
        }
        return new ObjectGuid(new UUID(half(bytes, 0), half(bytes, Long.BYTES)));
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
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            long half = i < Long.BYTES ? uuid.getMostSignificantBits() : uuid.getLeastSignificantBits();
            bytes[ORDER[i]] = (byte) (half >>> (Long.SIZE - Byte.SIZE * (i % Long.BYTES + 1)));
        }
        return bytes;
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

    private static long half(byte[] bytes, int start) {
        long half = 0;
        for (int i = start; i < start + Long.BYTES; i++) {
            half = (half << Byte.SIZE) | (bytes[ORDER[i]] & 0xff);
        }
        return half;
    }
}
