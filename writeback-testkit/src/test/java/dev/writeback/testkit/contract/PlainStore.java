package dev.writeback.testkit.contract;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Journal;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that does what it should, one thing after the other, except for the one flaw that it has. */
final class PlainStore implements WritebackStore, Intake, WorkQueue, Records, Outbox {

    /** What is wrong with it. */
    enum Flaw {
        NONE,
        FORGETS_CURSORS,
        HANDS_OUT_THE_NEWEST_FIRST,
        KEEPS_THE_LAST_CHANGE_ONLY,
        MAKES_EVERYTHING_PENDING,
        NEVER_MAKES_PENDING_AGAIN,
        HANDS_OUT_TWICE,
        FORGETS_WHAT_CAME_MEANWHILE,
        COUNTS_NO_FAILURES,
        WAITS_FOR_THE_ESCROW_WHATEVER_COMES,
        PUTS_RELEASED_LAST,
        RELEASES_FROM_ESCROW,
        HANDS_OUT_PENDING_NAMES_ONLY,
        REOPENS_NOTHING,
        REOPENS_NOTHING_IN_HAND,
        FORGETS_BASELINES,
        TURNS_STATUSES_ROUND,
        KNOWS_PENDING_OBJECTS_ONLY,
        KNOWS_OBJECTS_NOBODY_NAMED,
        NEVER_WAKES,
        WAKES_ON_ANY_CHANGE,
        WAKES_FOR_KNOWN_OBJECTS_ONLY,
        DOES_NOT_WAKE_FOR_A_REMOVAL,
        WAITS_FOR_EVER,
        COUNTS_NO_LOOKS_IN_VAIN,
        COUNTS_LOOKS_FOR_EVER,
        FORGETS_WHAT_IS_AWAITED,
        REMEMBERS_WHAT_WAS_AWAITED,
        MISSES_CHANGES_BEFORE_THE_WAIT,
        FORGETS_ITSELF_OVER_THE_WAIT,
        RELEASES_FROM_WAITING,
        WAKES_NOBODY_IN_HAND,
        ESCROWS_WHAT_WAITS,
        WAKES_WHAT_NO_LONGER_WAITS
    }

    private static final class Row {
        CloudObject object;
        Baseline baseline = Baseline.none();
        long revision;
        int attempts;
        long place;
        boolean pending;
        boolean inHand;
        boolean waiting;
        Instant due = Instant.MIN;
        List<CloudObjectId> awaited = List.of();
        long changed;
        long takenAfter;

        Row(CloudObjectId id) {
            object = CloudObject.unknown(id);
        }
    }

    private final Flaw flaw;
    private final Map<CloudObjectId, Row> rows = new LinkedHashMap<>();
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private final List<Status> statuses = new ArrayList<>();
    private long places;
    private long changes;

    PlainStore(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public Intake intake() {
        return this;
    }

    @Override
    public WorkQueue work() {
        return this;
    }

    @Override
    public Records records() {
        return this;
    }

    @Override
    public Journal journal() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Holdings holdings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public void close() {}

    @Override
    public synchronized Optional<Cursor> cursor(String source) {
        return has(Flaw.FORGETS_CURSORS) ? Optional.empty() : Optional.ofNullable(cursors.get(source));
    }

    @Override
    public synchronized void accept(String source, List<CloudChange> changes, List<Status> told, Cursor next) {
        changes.forEach(this::accept);
        statuses.addAll(told);
        cursors.put(source, next);
    }

    private void accept(CloudChange change) {
        Row row = rows.computeIfAbsent(change.id(), Row::new);
        CloudObject joined = has(Flaw.KEEPS_THE_LAST_CHANGE_ONLY) ? CloudObject.of(change) : row.object.join(change);
        boolean again = row.revision > 0 && has(Flaw.NEVER_MAKES_PENDING_AGAIN);
        if (has(Flaw.MAKES_EVERYTHING_PENDING) || (!joined.equals(row.object) && !again)) {
            boolean isNew = row.revision == 0;
            row.object = joined;
            row.changed = ++changes;
            row.attempts = row.awaited.isEmpty() || has(Flaw.COUNTS_LOOKS_FOR_EVER) ? row.attempts : 0;
            open(row);
            if (!has(Flaw.WAITS_FOR_THE_ESCROW_WHATEVER_COMES)) {
                row.due = Instant.MIN;
            }
            boolean silent = (isNew && has(Flaw.WAKES_FOR_KNOWN_OBJECTS_ONLY))
                    || (joined.isRemoved() && has(Flaw.DOES_NOT_WAKE_FOR_A_REMOVAL));
            rows.values().stream()
                    .filter(other -> !silent && isWokenBy(change.id(), other))
                    .forEach(PlainStore::wake);
        }
    }

    private boolean isWokenBy(CloudObjectId id, Row row) {
        boolean free = !(row.inHand && has(Flaw.WAKES_NOBODY_IN_HAND));
        boolean waits = row.waiting || has(Flaw.WAKES_WHAT_NO_LONGER_WAITS);
        return waits && free && !has(Flaw.NEVER_WAKES) && (row.awaited.contains(id) || has(Flaw.WAKES_ON_ANY_CHANGE));
    }

    private static void wake(Row row) {
        row.waiting = false;
        row.pending = true;
        row.due = Instant.MIN;
    }

    @Override
    public synchronized List<CloudObject> known(Collection<CloudObjectId> ids) {
        return ids.stream()
                .distinct()
                .filter(id -> has(Flaw.KNOWS_OBJECTS_NOBODY_NAMED) || rows.containsKey(id))
                .filter(id -> !has(Flaw.KNOWS_PENDING_OBJECTS_ONLY) || rows.get(id).pending)
                .map(id -> rows.getOrDefault(id, new Row(id)).object)
                .toList();
    }

    private void open(Row row) {
        row.revision++;
        row.waiting = false;
        if (!has(Flaw.REMEMBERS_WHAT_WAS_AWAITED)) {
            row.awaited = List.of();
        }
        if (!row.pending) {
            row.pending = true;
            row.place = places++;
        }
    }

    @Override
    public synchronized List<WorkItem> claim(Claim claim) {
        List<Row> taken = claim instanceof Claim.Next next
                ? rows.values().stream()
                        .filter(row -> row.pending && isFree(row) && !row.due.isAfter(next.now()))
                        .sorted(order())
                        .limit(next.atMost())
                        .toList()
                : ((Claim.Objects) claim)
                        .ids().stream()
                                .map(rows::get)
                                .filter(Objects::nonNull)
                                .filter(row -> isFree(row) && (row.pending || !has(Flaw.HANDS_OUT_PENDING_NAMES_ONLY)))
                                .toList();
        taken.forEach(row -> {
            row.inHand = true;
            row.takenAfter = changes;
        });
        return taken.stream()
                .map(row -> new WorkItem(row.object, row.baseline, row.revision, row.attempts, row.awaited))
                .toList();
    }

    private boolean isFree(Row row) {
        return !row.inHand || has(Flaw.HANDS_OUT_TWICE);
    }

    private Comparator<Row> order() {
        Comparator<Row> oldest = Comparator.comparingLong(row -> row.place);
        return has(Flaw.HANDS_OUT_THE_NEWEST_FIRST) ? oldest.reversed() : oldest;
    }

    @Override
    public synchronized void settle(Collection<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            Row row = Objects.requireNonNull(rows.get(settlement.item().object().id()));
            row.inHand = false;
            boolean current = row.revision == settlement.item().revision() || has(Flaw.FORGETS_WHAT_CAME_MEANWHILE);
            end(row, settlement.end(), current);
            if (!has(Flaw.FORGETS_BASELINES)) {
                settlement.baseline().ifPresent(baseline -> row.baseline = baseline);
            }
            settlement.status().ifPresent(statuses::add);
        }
    }

    private void end(Row row, Settlement.End end, boolean current) {
        boolean forgets = end instanceof Settlement.Done || end instanceof Settlement.Escrowed;
        if (forgets && !has(Flaw.WAKES_WHAT_NO_LONGER_WAITS)) {
            row.waiting = false;
            row.awaited = has(Flaw.REMEMBERS_WHAT_WAS_AWAITED) ? row.awaited : List.of();
        }
        if (end instanceof Settlement.Waiting waiting) {
            await(row, waiting, current || has(Flaw.FORGETS_ITSELF_OVER_THE_WAIT));
        } else if (end instanceof Settlement.Done) {
            row.attempts = 0;
            row.due = Instant.MIN;
            row.pending = !current;
        } else if (end instanceof Settlement.Escrowed escrow) {
            row.attempts += has(Flaw.COUNTS_NO_FAILURES) ? 0 : 1;
            row.pending = true;
            row.due = current ? escrow.until() : Instant.MIN;
        } else if (has(Flaw.PUTS_RELEASED_LAST)) {
            row.place = places++;
        } else if (has(Flaw.RELEASES_FROM_ESCROW) || (row.waiting && has(Flaw.RELEASES_FROM_WAITING))) {
            row.due = Instant.MIN;
        }
    }

    private void await(Row row, Settlement.Waiting waiting, boolean current) {
        row.pending = true;
        row.waiting = current;
        row.attempts = current || has(Flaw.COUNTS_LOOKS_FOR_EVER) ? row.attempts + 1 : 0;
        row.attempts = has(Flaw.COUNTS_NO_LOOKS_IN_VAIN) ? 0 : row.attempts;
        row.awaited = current && !has(Flaw.FORGETS_WHAT_IS_AWAITED) ? waiting.objects() : List.of();
        row.due = has(Flaw.WAITS_FOR_EVER) ? Instant.MAX : waiting.until();
        boolean changed = waiting.objects().stream()
                .map(rows::get)
                .anyMatch(awaited -> awaited != null && awaited.changed > row.takenAfter);
        if (!current || (changed && !has(Flaw.MISSES_CHANGES_BEFORE_THE_WAIT))) {
            wake(row);
        }
    }

    @Override
    public synchronized int reopen(Selection selection) {
        List<Row> chosen = chosen(selection).toList();
        chosen.stream()
                .filter(row -> !has(Flaw.REOPENS_NOTHING) && !(row.inHand && has(Flaw.REOPENS_NOTHING_IN_HAND)))
                .forEach(row -> {
                    open(row);
                    row.due = Instant.MIN;
                });
        return chosen.size();
    }

    private Stream<Row> chosen(Selection selection) {
        if (selection instanceof Selection.Objects objects) {
            return objects.ids().stream().map(rows::get).filter(Objects::nonNull);
        }
        return rows.values().stream().filter(row -> selection instanceof Selection.All || isEscrowed(row));
    }

    private boolean isEscrowed(Row row) {
        return row.due.isAfter(Instant.MIN) && (!row.waiting || has(Flaw.ESCROWS_WHAT_WAITS));
    }

    @Override
    public synchronized List<Status> undelivered(int atMost) {
        List<Status> all = new ArrayList<>(statuses);
        if (has(Flaw.TURNS_STATUSES_ROUND)) {
            Collections.reverse(all);
        }
        return all.stream().limit(atMost).toList();
    }

    @Override
    public synchronized void delivered(List<Status> done) {
        List<String> ids = done.stream().map(Status::id).toList();
        statuses.removeIf(status -> ids.contains(status.id()));
    }

    private boolean has(Flaw one) {
        return flaw == one;
    }
}
