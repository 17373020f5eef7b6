package dev.writeback.ldap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The addresses that were met, 8 bytes each, so that those of a million entries fit into memory. Two addresses of one hash
 * are not told apart: whoever finds one twice looks it up. Not thread-safe.
 */
final class AddressHashes {

    /** About 64 MB of them; what comes later is not remembered. */
    static final int MOST = 4_000_000;

    private static final int FIRST_SIZE = 1 << 12;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] table = new long[FIRST_SIZE];
    private int size;

    /** An address as it is compared: without the prefix of an SMTP address, and without regard to case. */
    static String normalized(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("smtp:") ? lower.substring("smtp:".length()) : lower;
    }

    /** Remembers a normalized address; false if it was there, or one of the same hash. */
    boolean add(String normalized) {
        long hash = hash(normalized);
        int at = place(table, hash);
        if (table[at] == hash) {
            return false;
        }
        if (size < MOST) {
            table[at] = hash;
            size++;
            if (size * 2 > table.length) {
                grow();
            }
        }
        return true;
    }

    boolean isFull() {
        return size >= MOST;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> larger[place(larger, hash)] = hash);
        table = larger;
    }

    /** Where the hash stands, or where it would. */
    private static int place(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (table[at] != 0 && table[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** FNV-1a of 64 bits; never 0, which stands for nothing. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
