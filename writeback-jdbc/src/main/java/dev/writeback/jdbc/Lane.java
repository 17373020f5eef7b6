package dev.writeback.jdbc;

import dev.writeback.spi.Holding;

/** Where an object stands in the queue; the numbers are those of the columns {@code state} and {@code lane}. */
final class Lane {

    static final int RESTING = 0;
    static final int PENDING = 1;
    static final int ESCROWED = 2;
    static final int WAITING = 3;
    static final int PARKED = 4;

    static final int NONE = 0;
    static final int READY = 1;
    static final int LATER = 2;
    static final int CLAIMED = 9;

    /** Puts what is in somebody's hands back to where it was. */
    static final String FREE_ALL = """
            UPDATE writeback_item SET lane = CASE WHEN state = 1 THEN 1 WHEN state = 2 OR state = 3 THEN 2 ELSE 0 END
            WHERE lane = 9""";

    /** Makes an object pending because of itself; one that is in a worker's hands becomes so when it is settled. */
    private static final String RENEW = """
            UPDATE writeback_item SET
              place = CASE WHEN lane = 1 THEN place ELSE ? END,
              lane = CASE WHEN lane = 9 THEN 9 ELSE 1 END,
              state = 1, due_seconds = 0, due_nanos = 0, awaited = NULL, parked = NULL""";

    /** Parameters: place, number of the change, id. */
    static final String SAY_NEW = RENEW + """
            , revision = revision + 1, changed = ?, attempts = CASE WHEN awaited IS NULL THEN attempts ELSE 0 END
            WHERE id = ?""";

    /** Parameters: place, and those of the condition that follows. */
    static final String REOPEN = RENEW + ", revision = CASE WHEN lane = 9 THEN revision + 1 ELSE revision END WHERE ";

    /** Makes an object pending because of another one. Parameters: place, id. */
    static final String WAKE = """
            UPDATE writeback_item SET
              place = CASE WHEN lane = 1 THEN place ELSE ? END,
              lane = CASE WHEN lane = 9 THEN 9 ELSE 1 END,
              state = 1, due_seconds = 0, due_nanos = 0
            WHERE id = ?""";

    private Lane() {}

    /** The lane of an object in this state that is in nobody's hands. */
    static int of(int state) {
        return switch (state) {
            case PENDING -> READY;
            case ESCROWED, WAITING -> LATER;
            default -> NONE;
        };
    }

    static int number(Holding.State state) {
        return switch (state) {
            case RESTING -> RESTING;
            case PENDING -> PENDING;
            case ESCROWED -> ESCROWED;
            case WAITING -> WAITING;
            case PARKED -> PARKED;
            case EXPIRED -> 5;
            case HELD -> 6;
        };
    }

    static Holding.State shown(int state) {
        return switch (state) {
            case RESTING -> Holding.State.RESTING;
            case PENDING -> Holding.State.PENDING;
            case ESCROWED -> Holding.State.ESCROWED;
            case WAITING -> Holding.State.WAITING;
            case PARKED -> Holding.State.PARKED;
            default -> throw new IllegalStateException("an object stands as %d in the store".formatted(state));
        };
    }
}
