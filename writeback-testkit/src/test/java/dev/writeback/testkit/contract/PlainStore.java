package dev.writeback.testkit.contract;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A store that does what it should, one thing after the other, except for the one flaw that it has. */
final class PlainStore implements WritebackStore, Intake {

    private final StoreFlaw flaw;
    private final Map<CloudObjectId, PlainRow> rows = new LinkedHashMap<>();
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private final PlainRecords records;
    private final PlainQueue queue;

    PlainStore(StoreFlaw flaw) {
        this.flaw = flaw;
        records = new PlainRecords(this, rows, flaw);
        queue = new PlainQueue(this, rows, records, flaw);
    }

    @Override
    public Intake intake() {
        return this;
    }

    @Override
    public WorkQueue work() {
        return queue;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public InstantSource clock(InstantSource own) {
        AtomicLong asked = new AtomicLong();
        return has(StoreFlaw.GOES_BACK_IN_TIME) ? () -> own.instant().minusSeconds(asked.incrementAndGet()) : own;
    }

    @Override
    public void close() {}

    @Override
    public synchronized Optional<Cursor> cursor(String source) {
        return has(StoreFlaw.FORGETS_CURSORS) ? Optional.empty() : Optional.ofNullable(cursors.get(kept(source)));
    }

    private String kept(String source) {
        return has(StoreFlaw.SHARES_ONE_CURSOR) ? "" : source;
    }

    @Override
    public synchronized boolean accept(Arrival arrival) {
        boolean late = !cursor(arrival.source()).equals(arrival.after()) && !has(StoreFlaw.KEEPS_LATE_PAGES);
        if (!late || has(StoreFlaw.KEEPS_CHANGES_OF_LATE_PAGES)) {
            arrival.changes().forEach(change -> accept(change, arrival.at()));
        }
        if (!late || has(StoreFlaw.KEEPS_STATUSES_OF_LATE_PAGES)) {
            records.statuses.addAll(arrival.statuses());
        }
        if (!late || has(StoreFlaw.MOVES_ON_WITH_LATE_PAGES)) {
            cursors.put(kept(arrival.source()), arrival.next());
        }
        return !late;
    }

    private void accept(CloudChange change, Instant at) {
        PlainRow row = rows.computeIfAbsent(change.id(), PlainRow::new);
        CloudObject joined =
                has(StoreFlaw.KEEPS_THE_LAST_CHANGE_ONLY) ? CloudObject.of(change) : row.object.join(change);
        boolean again = row.revision > 0 && has(StoreFlaw.NEVER_MAKES_PENDING_AGAIN);
        boolean isNews =
                has(StoreFlaw.TAKES_OLD_NEWS_FOR_NEW) ? !joined.equals(row.object) : !joined.saysTheSame(row.object);
        row.object = again || has(StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY) ? joined.agreed() : joined;
        row.since = has(StoreFlaw.WAITS_SINCE_ANY_STATEMENT) ? at : row.since;
        if (has(StoreFlaw.MAKES_EVERYTHING_PENDING) || (isNews && !again)) {
            renew(row, at);
        }
    }

    private void renew(PlainRow row, Instant at) {
        boolean isNew = row.revision == 0;
        row.attempts = row.awaited.isEmpty() || has(StoreFlaw.COUNTS_LOOKS_FOR_EVER) ? row.attempts : 0;
        queue.change(row, at);
        if (!has(StoreFlaw.WAITS_FOR_THE_ESCROW_WHATEVER_COMES)) {
            row.due = Instant.MIN;
        }
        boolean silent = (isNew && has(StoreFlaw.WAKES_FOR_KNOWN_OBJECTS_ONLY))
                || (row.object.isRemoved() && has(StoreFlaw.DOES_NOT_WAKE_FOR_A_REMOVAL));
        rows.values().stream()
                .filter(other -> !silent && isWokenBy(row.object.id(), other))
                .forEach(other -> {
                    other.wake();
                    other.since = has(StoreFlaw.WAKES_SINCE_BEFORE) ? other.since : at;
                });
    }

    private boolean isWokenBy(CloudObjectId id, PlainRow row) {
        boolean free = !(row.inHand && has(StoreFlaw.WAKES_NOBODY_IN_HAND));
        boolean waits = row.waiting || has(StoreFlaw.WAKES_WHAT_NO_LONGER_WAITS);
        return waits
                && free
                && !has(StoreFlaw.NEVER_WAKES)
                && (row.awaited.contains(id) || has(StoreFlaw.WAKES_ON_ANY_CHANGE));
    }

    @Override
    public synchronized List<CloudObject> known(Collection<CloudObjectId> ids) {
        return ids.stream()
                .distinct()
                .filter(id -> has(StoreFlaw.KNOWS_OBJECTS_NOBODY_NAMED) || rows.containsKey(id))
                .filter(id -> !has(StoreFlaw.KNOWS_PENDING_OBJECTS_ONLY) || rows.get(id).pending)
                .map(id -> rows.getOrDefault(id, new PlainRow(id)).object)
                .toList();
    }

    /** What a process that ends without a word leaves to the next. */
    synchronized void restart() {
        rows.values().forEach(this::restart);
        records.restart();
        if (has(StoreFlaw.FORGETS_CURSORS_WITH_THE_DEAD)) {
            cursors.clear();
        }
    }

    private void restart(PlainRow row) {
        row.inHand &= has(StoreFlaw.KEEPS_DEAD_CLAIMS);
        row.announced = has(StoreFlaw.FORGETS_ANNOUNCEMENTS_OF_THE_DEAD) ? Optional.empty() : row.announced;
        row.parked = has(StoreFlaw.FORGETS_CONFLICTS_WITH_THE_DEAD) ? List.of() : row.parked;
        row.awaited = has(StoreFlaw.FORGETS_WAITS_WITH_THE_DEAD) ? List.of() : row.awaited;
        row.expired &= !has(StoreFlaw.FORGETS_EXPIRY_WITH_THE_DEAD);
        row.problem = has(StoreFlaw.FORGETS_PROBLEMS_WITH_THE_DEAD) ? Optional.empty() : row.problem;
        row.held = has(StoreFlaw.FORGETS_PLANS_WITH_THE_DEAD) ? Optional.empty() : row.held;
        row.since = has(StoreFlaw.FORGETS_SINCE_WITH_THE_DEAD) ? Instant.EPOCH : row.since;
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
