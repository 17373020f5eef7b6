package dev.writeback.model;

/**
 * How new a statement is: by the number that the cloud gave it, then by the order in which it arrived.
 *
 * @param number the cloud's version of the object; what was stated without a version has the newest number known then
 * @param tick 0 for a statement with a version; 1, 2, ... for those without one, in their order after that number; -1
 *     for {@link #NONE} alone
 */
public record Version(long number, long tick) implements Comparable<Version> {

    /** Older than anything. */
    public static final Version NONE = new Version(Long.MIN_VALUE, -1);

    public Version {
        if (tick < 0 && (tick != -1 || number != Long.MIN_VALUE)) {
            throw new IllegalArgumentException("a version's tick is 0 or more, not " + tick);
        }
    }

    /** A version that the cloud gave. */
    public static Version of(long number) {
        return new Version(number, 0);
    }

    /** The version of a statement without one that arrives when this is the newest known. */
    public Version next() {
        return new Version(number, tick + 1);
    }

    /** Whether this is newer than the other. */
    public boolean isAfter(Version other) {
        return compareTo(other) > 0;
    }

    /** The newer of the two. */
    public static Version newest(Version one, Version other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public int compareTo(Version other) {
        int byNumber = Long.compare(number, other.number);
        return byNumber != 0 ? byNumber : Long.compare(tick, other.tick);
    }
}
