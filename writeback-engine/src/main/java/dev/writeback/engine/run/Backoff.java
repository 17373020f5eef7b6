package dev.writeback.engine.run;

import java.time.Duration;

/**
 * How long to wait before something that failed is tried again: twice as long each time.
 *
 * @param first after the first failure; more than zero
 * @param most never longer than this
 */
public record Backoff(Duration first, Duration most) {

    private static final int MOST_DOUBLINGS = 40;

    public Backoff {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the first wait must be more than zero and at most the longest one, not %s and %s"
                            .formatted(first, most));
        }
    }

    /**
     * The wait after a failure.
     *
     * @param failures how many failures there were before it; 0 or more
     */
    Duration after(int failures) {
        Duration wait = first;
        for (int i = 0; i < Math.min(failures, MOST_DOUBLINGS) && wait.compareTo(most) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
