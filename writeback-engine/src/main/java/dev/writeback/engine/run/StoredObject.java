package dev.writeback.engine.run;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Parking;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the memory store holds of one object. Guarded by the store's lock. */
final class StoredObject {

    /** How an object waits; one that is claimed keeps the state that it goes back to if it is released. */
    enum State {
        IDLE,
        READY,
        ESCROWED,
        WAITING,
        PARKED,
        EXPIRED,
        HELD,
        OUT_OF_SCOPE
    }

    CloudObject object;
    Baseline baseline = Baseline.none();
    State state = State.IDLE;
    boolean claimed;

    /** Which state of the object this is: it grows with each change and each reopening. */
    long revision;

    /** Since when it waits, as a place in the order of all that wait. */
    long place;

    int attempts;

    /** Since when it waits. */
    Instant since = Instant.EPOCH;

    /** What went wrong with an object in escrow, or one that expired. */
    Optional<Problem> problem = Optional.empty();

    /** What a run that is held would have written. */
    Optional<Plan> held = Optional.empty();

    /** When an object in escrow, or one that waits for others, is due. */
    Instant due = Instant.MIN;

    /** What it waited for when it was last settled; empty once it is to be looked at for another reason. */
    List<CloudObjectId> awaited = List.of();

    /** The conflicts that wait for a person. */
    List<Parking> parked = List.of();

    /** A write of which nobody knows yet whether it was made. */
    JournalRecord.@Nullable Written announced;

    /** The number of the last change of this object, in the order of all changes that the store took in. */
    long changed;

    /** The number of the last change of any object when this one was handed out. */
    long claimedAfter;

    StoredObject(CloudObject object) {
        this.object = object;
    }

    WorkItem item() {
        return new WorkItem(object, baseline, revision, attempts, awaited, since, held, Optional.ofNullable(announced));
    }

    /** How it stands, for whoever wants to know; one in a worker's hands stands as it did before. */
    Holding shown() {
        boolean isPostponed = state == State.ESCROWED || state == State.WAITING;
        return new Holding(
                object,
                baseline,
                shownState(),
                since,
                isPostponed ? Optional.of(due) : Optional.empty(),
                attempts,
                problem,
                parked,
                held);
    }

    Holding.State shownState() {
        return switch (state) {
            case IDLE -> Holding.State.RESTING;
            case READY -> Holding.State.PENDING;
            case ESCROWED -> Holding.State.ESCROWED;
            case WAITING -> Holding.State.WAITING;
            case PARKED -> Holding.State.PARKED;
            case EXPIRED -> Holding.State.EXPIRED;
            case HELD -> Holding.State.HELD;
            case OUT_OF_SCOPE -> Holding.State.OUT_OF_SCOPE;
        };
    }
}
