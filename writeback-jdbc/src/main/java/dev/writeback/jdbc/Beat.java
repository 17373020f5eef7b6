package dev.writeback.jdbc;

import java.time.Instant;

/**
 * A sign of life that the database has taken.
 *
 * @param token the node that gave it; 0 for none
 * @param begun the moment before it was given: the lease ends no sooner than its length after it
 * @param answered the moment when the answer was there
 * @param time what the database's clock said in between
 */
record Beat(long token, long begun, long answered, Instant time) {

    static final Beat NONE = new Beat(0, 0, 0, Instant.EPOCH);

    /** What the database's clock says now. */
    Instant now() {
        return time.plus(Monotonic.since(answered));
    }
}
