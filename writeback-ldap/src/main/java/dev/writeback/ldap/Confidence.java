package dev.writeback.ldap;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a server is to be relied on. One that fails is left alone, for longer each time; then it is tried, and once it
 * has been well for a while it is relied on again. Thread-safe.
 */
final class Confidence {

    private static final Duration FIRST_ABSENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

    /** How long a server that is back must be well, at the least. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** A failure as long ago as that does not make the next absence longer. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    /** Doubling more often would only overflow. */
    private static final int MOST_DOUBLINGS = 10;

    private enum State {
        RELIED_ON,
        LEFT,
        RECOVERING
    }

    private State state = State.RELIED_ON;
    private int failures;
    private Instant failed = Instant.MIN;
    private Instant next = Instant.MIN;

    /** It could not be used. */
    synchronized void failed(Instant now) {
        if (state == State.LEFT && now.isBefore(next)) {
            // Several threads met the same failure, or there was no other server to ask.
            return;
        }
        failures = failures > 0 && now.isBefore(failed.plus(FORGOTTEN)) ? failures + 1 : 1;
        failed = now;
        state = State.LEFT;
        next = now.plus(absence());
    }

    /** It was used and did what it should. */
    synchronized void answered(Instant now) {
        if (state == State.LEFT) {
            state = State.RECOVERING;
            next = now.plus(absence().compareTo(QUIET) > 0 ? absence() : QUIET);
        } else if (state == State.RECOVERING && !now.isBefore(next)) {
            state = State.RELIED_ON;
        }
    }

    synchronized boolean isLeft() {
        return state == State.LEFT;
    }

    synchronized boolean isReliedOn() {
        return state == State.RELIED_ON;
    }

    /** Whether it is time to see how it is. */
    synchronized boolean isDue(Instant now) {
        return state != State.RELIED_ON && !now.isBefore(next);
    }

    private Duration absence() {
        Duration absence = FIRST_ABSENCE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return absence.compareTo(LONGEST_ABSENCE) > 0 ? LONGEST_ABSENCE : absence;
    }
}
