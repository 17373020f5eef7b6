package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds of one object.
 *
 * @param object its newest state
 * @param baseline what was last agreed about it
 * @param state how it stands; an object in a worker's hands stands as it did before
 * @param due when it is looked at again by itself; nothing unless it is in escrow or waits for another
 * @param attempts how often it has failed since it was last done
 * @param parked the conflicts that wait for a person; none unless it is parked
 */
public record Holding(
        CloudObject object, Baseline baseline, State state, Optional<Instant> due, int attempts, List<Parking> parked) {
    public Holding {
        parked = List.copyOf(parked);
    }

    /** How an object stands. */
    public enum State {
        /** There is nothing to do. */
        RESTING,
        /** It waits its turn. */
        PENDING,
        /** It failed and waits for its retry. */
        ESCROWED,
        /** It waits for other objects. */
        WAITING,
        /** Somebody must decide a conflict. */
        PARKED
    }
}
