package dev.writeback.engine.guard;

import java.util.Locale;

/**
 * One limit on what is destroyed or touched.
 *
 * @param key its name in a configuration
 * @param measure what is counted
 * @param span of which time
 * @param unit what the limit is a number of
 * @param limit 0 or more; what would pass it is not done
 */
public record Bound(String key, Measure measure, Span span, Unit unit, long limit) {

    private static final int ALL = 100;

    public Bound {
        if (limit < 0) {
            throw new IllegalArgumentException("%s is %d; it must be 0 or more".formatted(key, limit));
        }
    }

    /** Of which time. */
    public enum Span {
        /** The run. */
        CYCLE,
        /** All runs of the last hour. */
        HOUR
    }

    /** What a limit is a number of. */
    public enum Unit {
        /** What is counted. */
        NUMBER,
        /** As many for each hundred objects that the store knows. */
        PERCENT
    }

    /** A limit on one run in numbers. */
    public static Bound ofCycle(Measure measure, long limit) {
        return new Bound("limits." + measure.key(), measure, Span.CYCLE, Unit.NUMBER, limit);
    }

    /** Whether so much is too much where the store knows so many objects. */
    boolean isPassedBy(long amount, long objects) {
        return unit == Unit.NUMBER ? amount > limit : amount * ALL > limit * objects;
    }

    /** What is allowed, in words. */
    String allowed(long objects) {
        return unit == Unit.NUMBER
                ? String.format(Locale.ROOT, "%d", limit)
                : String.format(Locale.ROOT, "%d %% of %d objects", limit, objects);
    }
}
