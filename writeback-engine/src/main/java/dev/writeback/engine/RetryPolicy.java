package dev.writeback.engine;

import java.time.Duration;

/**
 * When an object that failed is tried again, and when it is given up. The wait grows with each failure, the faster the
 * less waiting alone can help: it doubles where the directory is away or busy, and triples or quadruples where somebody
 * has to mend something.
 *
 * @param first the wait after the first failure; more than zero
 * @param max the longest wait; not less than the first
 * @param retention how long an object may be pending or in escrow before it is given up; more than zero
 */
public record RetryPolicy(Duration first, Duration max, Duration retention) {

    private static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(6), Duration.ofHours(72));

    public RetryPolicy {
        requireMoreThanZero("retry.first", first);
        if (max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "retry.max is %s; it must not be less than retry.first, which is %s".formatted(max, first));
        }
        requireMoreThanZero("retry.retention", retention);
    }

    /** After 30 seconds, growing to 6 hours; given up after 72 hours. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    private static void requireMoreThanZero(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("%s is %s; it must be more than zero".formatted(name, duration));
        }
    }
}
