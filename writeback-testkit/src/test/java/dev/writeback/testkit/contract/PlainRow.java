package dev.writeback.testkit.contract;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Parking;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object in a {@link PlainStore}. */
final class PlainRow {
    CloudObject object;
    Baseline baseline = Baseline.none();
    final List<EntryId> entries = new ArrayList<>();
    long revision;
    int attempts;
    long place;
    boolean pending;
    boolean inHand;
    boolean waiting;
    Instant due = Instant.MIN;
    List<CloudObjectId> awaited = List.of();
    List<Parking> parked = List.of();
    Optional<JournalRecord.Written> announced = Optional.empty();
    Instant since = Instant.EPOCH;
    boolean expired;
    boolean outOfScope;
    Optional<Problem> problem = Optional.empty();
    Optional<Plan> held = Optional.empty();
    long changed;
    long takenAfter;

    PlainRow(CloudObjectId id) {
        object = CloudObject.unknown(id);
    }

    /** What it waits for is there. */
    void wake() {
        waiting = false;
        pending = true;
        due = Instant.MIN;
    }

    WorkItem item() {
        return new WorkItem(object, baseline, revision, attempts, awaited, since, held, announced);
    }
}
