package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds of one object.
 *
 * @param object its newest state
 * @param baseline what was last agreed about it
 * @param state how it stands; an object in a worker's hands stands as it did before
 * @param since since when it waits: when something new was last said about it, or about what it waited for, or when it was
 *     reopened after that; of one that rests, since when it last waited
 * @param due when it is looked at again by itself; nothing unless it is in escrow or waits for another
 * @param attempts how often it has failed since it was last done, parked, held or given up
 * @param problem what went wrong; nothing unless it is in escrow or expired
 * @param parked the conflicts that wait for a person; none unless it is parked
 * @param held what a run would have written; nothing unless it is held
 */
public record Holding(
        CloudObject object,
        Baseline baseline,
        State state,
        Instant since,
        Optional<Instant> due,
        int attempts,
        Optional<Problem> problem,
        List<Parking> parked,
        Optional<Plan> held) {
    public Holding {
        parked = List.copyOf(parked);
    }

    /** The same, with these conflicts. */
    public Holding parkedWith(List<Parking> conflicts) {
        return new Holding(object, baseline, state, since, due, attempts, problem, conflicts, held);
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
        PARKED,
        /** It waited too long and was given up. */
        EXPIRED,
        /** Somebody must decide about the run that would have written it. */
        HELD,
        /** Its entry is not in scope. */
        OUT_OF_SCOPE
    }
}
