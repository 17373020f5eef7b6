package dev.writeback.testkit.time;

import java.time.Duration;

/**
 * How time passes where something is to take long: a parameter in place of {@link Thread#sleep}, so that a test decides
 * whether anybody waits: one that moves a clock lets nobody wait, one that waits for a latch holds a call back until the test
 * opens it. Called by many threads at once.
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
}
