package dev.writeback.ldap;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when one copy of the directory is waited for to see what another one did. Without an end, what was written to a
 * server that burned down would be waited for until it expires.
 *
 * @param end when the waiting is over
 */
record Patience(Instant end) {

    /** Between sites, replication every three hours is what Active Directory begins with; two of them may fail. */
    static final Duration KNOWN = Duration.ofHours(9);

    /** Where the update number is not known, the copies of one site have seen it by then. */
    static final Duration UNKNOWN = Duration.ofMinutes(15);

    static Patience of(Watermark mark) {
        return new Patience(mark.at().plus(mark.usn().isPresent() ? KNOWN : UNKNOWN));
    }

    boolean isNotOver(Instant now) {
        return now.isBefore(end);
    }
}
