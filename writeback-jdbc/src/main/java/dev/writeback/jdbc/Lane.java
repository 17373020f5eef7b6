package dev.writeback.jdbc;

import dev.writeback.spi.Holding;
import java.util.Collection;

/** How an object stands and where in the queue; the numbers are those of the columns {@code state} and {@code lane}. */
final class Lane {

    static final int RESTING = 0;
    static final int PENDING = 1;
    static final int ESCROWED = 2;
    static final int WAITING = 3;
    static final int PARKED = 4;
    static final int EXPIRED = 5;
    static final int HELD = 6;
    static final int OUT_OF_SCOPE = 7;

    static final int NONE = 0;
    static final int READY = 1;
    static final int LATER = 2;

    private Lane() {}

    /** Where an object in this state stands. */
    static int of(int state) {
        return switch (state) {
            case RESTING -> NONE;
            case PENDING -> READY;
            case ESCROWED, WAITING -> LATER;
            default -> -state;
        };
    }

    static Holding.State shown(int state) {
        return switch (state) {
            case RESTING -> Holding.State.RESTING;
            case PENDING -> Holding.State.PENDING;
            case ESCROWED -> Holding.State.ESCROWED;
            case WAITING -> Holding.State.WAITING;
            case PARKED -> Holding.State.PARKED;
            case EXPIRED -> Holding.State.EXPIRED;
            case HELD -> Holding.State.HELD;
            case OUT_OF_SCOPE -> Holding.State.OUT_OF_SCOPE;
            default -> throw new IllegalStateException("an object stands as %d in the store".formatted(state));
        };
    }

    private static int stored(Holding.State state) {
        return switch (state) {
            case RESTING -> RESTING;
            case PENDING -> PENDING;
            case ESCROWED -> ESCROWED;
            case WAITING -> WAITING;
            case PARKED -> PARKED;
            case EXPIRED -> EXPIRED;
            case HELD -> HELD;
            case OUT_OF_SCOPE -> OUT_OF_SCOPE;
        };
    }

    static Integer[] stored(Collection<Holding.State> states) {
        return states.stream().map(Lane::stored).toArray(Integer[]::new);
    }
}
