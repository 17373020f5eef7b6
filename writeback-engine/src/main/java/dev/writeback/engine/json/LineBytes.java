package dev.writeback.engine.json;

import java.util.Arrays;

/** The bytes of a line as it grows; of one that grows too long, only the beginning. */
final class LineBytes {

    private static final int KEPT_OF_CUT = 1024;

    private final int most;
    private byte[] bytes = new byte[1024];
    private int length;
    private boolean cut;

    LineBytes(int most) {
        this.most = most;
    }

    void clear() {
        length = 0;
        cut = false;
    }

    void add(byte[] from, int start, int count) {
        if (cut) {
            return;
        }
        if (count > most - length) {
            cut = true;
            // Bytes come by the buffer, far shorter than the bound, so the beginning is there by now.
            bytes = Arrays.copyOf(bytes, KEPT_OF_CUT);
            length = Math.min(length, KEPT_OF_CUT);
            return;
        }
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(2 * bytes.length, length + count)));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    void dropLast(byte b) {
        if (length > 0 && bytes[length - 1] == b) {
            length--;
        }
    }

    /** Whether the line was too long to be kept. */
    boolean isCut() {
        return cut;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    byte[] bytesWithout(byte[] prefix) {
        boolean begins = length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
        return Arrays.copyOfRange(bytes, begins ? prefix.length : 0, length);
    }
}
