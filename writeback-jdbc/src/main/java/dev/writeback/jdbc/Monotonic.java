package dev.writeback.jdbc;

import java.time.Duration;

/**
 * Time that goes by on this machine, whoever sets its clock. It says how much of a lease is left without asking anybody,
 * which is the one thing that no clock but the own may be asked for.
 */
final class Monotonic {

    private Monotonic() {}

    /** A moment, for {@link #since}. */
    static long now() {
        return System.nanoTime();
    }

    static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }
}
