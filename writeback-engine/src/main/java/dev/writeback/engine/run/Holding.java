package dev.writeback.engine.run;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.spi.WorkItem;
import java.time.Instant;

/** What the memory store holds of one object. Guarded by the store's lock. */
final class Holding {

    /** How an object waits; one that is claimed keeps the state that it goes back to if it is released. */
    enum State {
        IDLE,
        READY,
        ESCROWED
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

    /** When an object in escrow is due. */
    Instant due = Instant.MIN;

    Holding(CloudObject object) {
        this.object = object;
    }

    WorkItem item() {
        return new WorkItem(object, baseline, revision, attempts);
    }
}
