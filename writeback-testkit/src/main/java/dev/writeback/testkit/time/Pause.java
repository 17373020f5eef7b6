package dev.writeback.testkit.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How time passes where something is to take long: a parameter in place of {@link Thread#sleep}, so that a test decides
 * whether anybody waits. Called by many threads at once.
 */
@FunctionalInterface
public interface Pause {

    /**
     * Lets so much time pass, and returns.
     *
     * @param time zero or more
     */
    void pass(Duration time);

    /** Moves a clock on: whoever reads it sees that time has passed, and nobody waits. */
    static Pause moving(SettableClock clock) {
        return clock::advance;
    }

    /** Really waits; for the few tests that need two threads to meet. An interrupt ends it, and stays set. */
    static Pause really() {
        return time -> {
            long end = System.nanoTime() + time.toNanos();
            for (long left = time.toNanos();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        };
    }
}
