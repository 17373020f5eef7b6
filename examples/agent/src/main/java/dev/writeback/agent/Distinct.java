package dev.writeback.agent;

import dev.writeback.model.CloudObjectId;
import java.util.Arrays;

/** Counts different ids with eight bytes each: near enough for a progress bar, and small for a million of them. */
final class Distinct {

    private long[] hashes = new long[1024];
    private int size;

    void add(CloudObjectId id) {
        if (size == hashes.length) {
            compact();
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash(id.value());
    }

    int count() {
        compact();
        return size;
    }

    private void compact() {
        Arrays.sort(hashes, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || hashes[kept - 1] != hashes[i]) {
                hashes[kept++] = hashes[i];
            }
        }
        size = kept;
    }

    /** FNV-1a over UTF-16 units, 64 bits. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
