package dev.writeback.testkit.directory;

import java.util.Arrays;

/**
 * Octets as the key of a map. Identifiers of one domain differ in three octets or fewer, and the hash codes that the
 * platform has for octets are then nearly all the same.
 */
final class OctetKey {

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final byte[] octets;
    private final int hash;

    OctetKey(byte[] octets) {
        this.octets = octets;
        long mixed = octets.length;
        for (byte octet : octets) {
            mixed = (mixed ^ octet) * SPREAD;
            mixed ^= mixed >>> 29;
        }
        this.hash = (int) (mixed ^ mixed >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OctetKey that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
