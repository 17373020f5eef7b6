package dev.writeback.engine;

import java.time.Duration;

/**
 * When an object that failed is tried again: the wait doubles with each failure.
 *
 * @param first the wait after the first failure; more than zero
 * @param max the longest wait; not less than the first
 */
public record RetryPolicy(Duration first, Duration max) {

    private static final RetryPolicy STANDARD = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(6));

    public RetryPolicy {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("retry.first is %s; it must be more than zero".formatted(first));
        }
        if (max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "retry.max is %s; it must not be less than retry.first, which is %s".formatted(max, first));
        }
    }

    /** After 30 seconds, doubling to 6 hours. */
    public static RetryPolicy standard() {
        return STANDARD;
    }
}
