package dev.writeback.engine.planning;

import dev.writeback.plan.Plan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which objects and entries more than one plan is about. Each is known by 64 bits, so that millions of plans can be
 * counted in little memory and no two of millions are taken for one.
 */
public final class Repeats {

    private static final int FIRST_ROOM = 256;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Set<Long> repeated;

    private Repeats(Set<Long> repeated) {
        this.repeated = repeated;
    }

    /** Whether another plan is about the same object or the same entry. */
    public boolean contains(Plan plan) {
        return repeated.contains(ofObject(plan)) || repeated.contains(ofEntry(plan));
    }

    /** Counts plans. Not for several threads at once. */
    public static final class Count {

        private long[] marks = new long[FIRST_ROOM];
        private int size;

        /** One more plan, which has an entry. */
        public void add(Plan plan) {
            if (size == marks.length) {
                marks = Arrays.copyOf(marks, 2 * size);
            }
            marks[size++] = ofObject(plan);
            marks[size++] = ofEntry(plan);
        }

        /** How many plans there were. */
        public int plans() {
            return size / 2;
        }

        /** What stands there more than once. */
        public Repeats repeats() {
            long[] sorted = Arrays.copyOf(marks, size);
            Arrays.sort(sorted);
            Set<Long> repeated = new HashSet<>();
            for (int i = 1; i < sorted.length; i++) {
                if (sorted[i] == sorted[i - 1]) {
                    repeated.add(sorted[i]);
                }
            }
            return new Repeats(repeated);
        }
    }

    private static long ofObject(Plan plan) {
        return mark('o', plan.object().value());
    }

    private static long ofEntry(Plan plan) {
        return mark('e', plan.entry().orElseThrow().guid().toString());
    }

    /** FNV-1a over the characters, stirred once more so that all bits count. */
    private static long mark(char kind, String text) {
        long mark = (OFFSET ^ kind) * PRIME;
        for (int i = 0; i < text.length(); i++) {
            mark = (mark ^ text.charAt(i)) * PRIME;
        }
        mark = (mark ^ (mark >>> 33)) * 0xff51afd7ed558ccdL;
        return mark ^ (mark >>> 33);
    }
}
