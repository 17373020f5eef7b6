package dev.writeback.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an object that failed is tried again, and when it is given up.
 *
 * @param first the wait after the first failure, whatever it was; more than zero
 * @param max never longer than this; what is longer than a century is taken for one
 * @param retention how long an object may wait in all; more than zero
 */
public record RetrySchedule(Duration first, Duration max, Duration retention) {

    /** A wait that still gives a time. */
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private static final int BY_CHANCE = 5;
    private static final int STEPS = 20;
    private static final int MOST_FAILURES = 64;

    public RetrySchedule {
        if (first.isNegative() || first.isZero() || max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the first wait must be more than zero and at most the longest one, not %s and %s"
                            .formatted(first, max));
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("the retention must be more than zero, not %s".formatted(retention));
        }
        first = shorter(first, CENTURY);
        max = shorter(max, CENTURY);
    }

    /**
     * The wait after a failure: the base, longer by up to a fifth, so that objects that failed together do not come back
     * together. Where that could pass the longest wait, it is the longest one, shorter by up to a fifth.
     *
     * @param failures how many failures there were before it; 0 or more
     * @param chance 64 random bits
     */
    Duration after(FailureKind kind, int failures, long chance) {
        Duration base = base(kind, failures);
        Duration fifth = base.dividedBy(BY_CHANCE);
        if (max.minus(base).compareTo(fifth) >= 0) {
            return base.plus(part(fifth, chance));
        }
        return max.minus(part(shorter(max.dividedBy(BY_CHANCE), max.minus(first)), chance));
    }

    /** The wait without chance; it never shrinks as failures add up. */
    Duration base(FailureKind kind, int failures) {
        Duration wait = first;
        Duration last = max.dividedBy(kind.growth());
        for (int i = 0; i < Math.min(failures, MOST_FAILURES); i++) {
            if (wait.compareTo(last) > 0) {
                return max;
            }
            wait = wait.multipliedBy(kind.growth());
        }
        return wait;
    }

    /** What waits since before this time is given up; nothing if no time is that long ago. */
    Optional<Instant> overdue(Instant now) {
        boolean tooLong = retention.compareTo(Duration.between(Instant.EPOCH, now)) >= 0;
        return tooLong ? Optional.empty() : Optional.of(now.minus(retention));
    }

    private static Duration part(Duration whole, long chance) {
        return whole.dividedBy(1L << STEPS).multipliedBy(chance >>> (Long.SIZE - STEPS));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
