package dev.writeback.jdbc;

import java.time.Instant;

/**
 * Since when anything waits at all. Whoever asks for what is overdue mostly asks in vain; where a process has the store for
 * itself, it looks through all that waits only if something may have waited so long.
 */
final class Oldest {

    private static final String OLDEST = "SELECT MIN(since_seconds) FROM writeback_standing WHERE state IN (1, 2, 3)";

    private Oldest() {}

    static boolean mayBeOverdue(Parts parts, Instant before) {
        Hands hands = parts.hands();
        if (parts.database().dialect().isShared()) {
            return true;
        } else if (!before.isAfter(hands.noneSinceBefore())) {
            return false;
        }
        // What comes in from here on says so itself, whether it is read here or not.
        hands.noneSinceBefore(Instant.MAX);
        try {
            parts.database()
                    .read(
                            "tell what is overdue",
                            session -> session.rows(OLDEST, row -> {
                                long second = row.getLong(1);
                                if (!row.wasNull()) {
                                    hands.waitsSince(Instant.ofEpochSecond(second));
                                }
                                return second;
                            }));
        } catch (RuntimeException fault) {
            hands.noneSinceBefore(Instant.MIN);
            throw fault;
        }
        return before.isAfter(hands.noneSinceBefore());
    }
}
