package dev.writeback.testkit.contract;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A store that does what it should, one thing after the other, except for the one flaw that it has. */
final class PlainStore implements WritebackStore, Intake, WorkQueue {

    private final StoreFlaw flaw;
    private final Map<CloudObjectId, PlainRow> rows = new LinkedHashMap<>();
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private final PlainRecords records;
    private long places;
    private long changes;

    PlainStore(StoreFlaw flaw) {
        this.flaw = flaw;
        records = new PlainRecords(this, rows, flaw);
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
        return records;
    }

    @Override
    public void close() {}

    @Override
    public synchronized Optional<Cursor> cursor(String source) {
        return has(StoreFlaw.FORGETS_CURSORS) ? Optional.empty() : Optional.ofNullable(cursors.get(source));
    }

    @Override
    public synchronized boolean accept(Arrival arrival) {
        if (!cursor(arrival.source()).equals(arrival.after())) {
            return false;
        }
        arrival.changes().forEach(change -> accept(change, arrival.at()));
        records.statuses.addAll(arrival.statuses());
        cursors.put(arrival.source(), arrival.next());
        return true;
    }

    private void accept(CloudChange change, Instant at) {
        PlainRow row = rows.computeIfAbsent(change.id(), PlainRow::new);
        CloudObject joined =
                has(StoreFlaw.KEEPS_THE_LAST_CHANGE_ONLY) ? CloudObject.of(change) : row.object.join(change);
        boolean again = row.revision > 0 && has(StoreFlaw.NEVER_MAKES_PENDING_AGAIN);
        boolean isNews =
                has(StoreFlaw.TAKES_OLD_NEWS_FOR_NEW) ? !joined.equals(row.object) : !joined.saysTheSame(row.object);
        row.object = again || has(StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY) ? joined.agreed() : joined;
        if (has(StoreFlaw.MAKES_EVERYTHING_PENDING) || (isNews && !again)) {
            boolean isNew = row.revision == 0;
            row.changed = ++changes;
            row.attempts = row.awaited.isEmpty() || has(StoreFlaw.COUNTS_LOOKS_FOR_EVER) ? row.attempts : 0;
            open(row, at);
            if (!has(StoreFlaw.WAITS_FOR_THE_ESCROW_WHATEVER_COMES)) {
                row.due = Instant.MIN;
            }
            boolean silent = (isNew && has(StoreFlaw.WAKES_FOR_KNOWN_OBJECTS_ONLY))
                    || (joined.isRemoved() && has(StoreFlaw.DOES_NOT_WAKE_FOR_A_REMOVAL));
            rows.values().stream()
                    .filter(other -> !silent && isWokenBy(change.id(), other))
                    .forEach(PlainStore::wake);
        }
    }

    private boolean isWokenBy(CloudObjectId id, PlainRow row) {
        boolean free = !(row.inHand && has(StoreFlaw.WAKES_NOBODY_IN_HAND));
        boolean waits = row.waiting || has(StoreFlaw.WAKES_WHAT_NO_LONGER_WAITS);
        return waits
                && free
                && !has(StoreFlaw.NEVER_WAKES)
                && (row.awaited.contains(id) || has(StoreFlaw.WAKES_ON_ANY_CHANGE));
    }

    private static void wake(PlainRow row) {
        row.waiting = false;
        row.pending = true;
        row.due = Instant.MIN;
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

    private void open(PlainRow row, Instant at) {
        row.revision++;
        row.since = at;
        row.expired = false;
        row.held = Optional.empty();
        row.problem = Optional.empty();
        row.waiting = false;
        if (!row.parked.isEmpty() && has(StoreFlaw.PARKS_WHATEVER_COMES)) {
            return;
        }
        row.parked = List.of();
        if (!has(StoreFlaw.REMEMBERS_WHAT_WAS_AWAITED)) {
            row.awaited = List.of();
        }
        if (!row.pending) {
            row.pending = true;
            row.place = places++;
        }
    }

    @Override
    public synchronized List<WorkItem> claim(Claim claim) {
        List<PlainRow> taken = chosen(claim);
        taken.forEach(row -> {
            row.inHand = true;
            row.takenAfter = changes;
        });
        return taken.stream().map(PlainRow::item).toList();
    }

    private List<PlainRow> chosen(Claim claim) {
        if (claim instanceof Claim.Next next) {
            return chosen(next.atMost(), row -> row.pending && !row.due.isAfter(next.now()));
        } else if (claim instanceof Claim.Overdue overdue) {
            return chosen(overdue.atMost(), row -> row.pending && !row.waiting && row.since.isBefore(overdue.before()));
        } else if (claim instanceof Claim.Held held) {
            return chosen(held.atMost(), row -> row.held.isPresent());
        }
        return ((Claim.Objects) claim)
                .ids().stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .filter(row -> isFree(row) && (row.pending || !has(StoreFlaw.HANDS_OUT_PENDING_NAMES_ONLY)))
                        .toList();
    }

    private List<PlainRow> chosen(int atMost, Predicate<PlainRow> wanted) {
        return rows.values().stream()
                .filter(row -> isFree(row) && wanted.test(row))
                .sorted(order())
                .limit(atMost)
                .toList();
    }

    private boolean isFree(PlainRow row) {
        return !row.inHand || has(StoreFlaw.HANDS_OUT_TWICE);
    }

    private Comparator<PlainRow> order() {
        Comparator<PlainRow> oldest = Comparator.comparingLong(row -> row.place);
        return has(StoreFlaw.HANDS_OUT_THE_NEWEST_FIRST) ? oldest.reversed() : oldest;
    }

    @Override
    public synchronized void settle(Collection<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            PlainRow row =
                    Objects.requireNonNull(rows.get(settlement.item().object().id()));
            row.inHand = false;
            boolean current =
                    row.revision == settlement.item().revision() || has(StoreFlaw.FORGETS_WHAT_CAME_MEANWHILE);
            end(row, settlement.end(), current);
            boolean released = settlement.end() instanceof Settlement.Released;
            if (released && has(StoreFlaw.KEEPS_NOTHING_OF_WHAT_IS_RELEASED)) {
                continue;
            }
            if (!has(StoreFlaw.FORGETS_BASELINES)) {
                settlement.baseline().ifPresent(baseline -> agree(row, baseline));
            }
            if (!has(StoreFlaw.KEEPS_ANNOUNCEMENTS)
                    || settlement.journaling().announced().isPresent()) {
                row.announced = has(StoreFlaw.FORGETS_ANNOUNCEMENTS)
                        ? Optional.empty()
                        : settlement.journaling().announced();
            }
            boolean forgets =
                    settlement.end() instanceof Settlement.Released && has(StoreFlaw.FORGETS_WHAT_RELEASED_OBJECTS_DID);
            if (!forgets) {
                settlement.journaling().records().forEach(records::write);
            }
            settlement.status().ifPresent(records.statuses::add);
        }
    }

    private void agree(PlainRow row, Baseline baseline) {
        row.baseline = baseline;
        baseline.entry().ifPresent(row.entries::add);
        boolean ends = baseline.entry().isPresent() || has(StoreFlaw.FORGETS_WHAT_WAS_TAKEN_AWAY_WITHOUT_AN_ENTRY);
        if (ends && !has(StoreFlaw.REMEMBERS_WHAT_WAS_TAKEN_AWAY)) {
            row.object = row.object.agreed();
        }
    }

    private void end(PlainRow row, Settlement.End end, boolean current) {
        boolean released = end instanceof Settlement.Released;
        if (!released && !has(StoreFlaw.REMEMBERS_CONFLICTS)) {
            row.parked = List.of();
        }
        if (!released) {
            row.expired = false;
            row.problem = Optional.empty();
            row.held = Optional.empty();
        }
        boolean forgets = !released && !(end instanceof Settlement.Waiting);
        if (forgets && !has(StoreFlaw.WAKES_WHAT_NO_LONGER_WAITS)) {
            row.waiting = false;
            row.awaited = has(StoreFlaw.REMEMBERS_WHAT_WAS_AWAITED) ? row.awaited : List.of();
        }
        if (end instanceof Settlement.Expired || end instanceof Settlement.Held) {
            stop(row, end, current);
        } else if (end instanceof Settlement.Waiting waiting) {
            await(row, waiting, current || has(StoreFlaw.FORGETS_ITSELF_OVER_THE_WAIT));
        } else if (end instanceof Settlement.Parked parked) {
            park(row, parked, current);
        } else if (end instanceof Settlement.Done) {
            row.attempts = 0;
            row.due = Instant.MIN;
            row.pending = !current;
        } else if (end instanceof Settlement.Escrowed escrow) {
            row.attempts += has(StoreFlaw.COUNTS_NO_FAILURES) ? 0 : 1;
            row.problem = current ? escrow.why() : Optional.empty();
            row.pending = true;
            row.due = current ? escrow.until() : Instant.MIN;
        } else if (has(StoreFlaw.PUTS_RELEASED_LAST)) {
            row.place = places++;
        } else if (has(StoreFlaw.FORGETS_CONFLICTS_WHEN_RELEASED)) {
            row.parked = List.of();
        } else if (has(StoreFlaw.RELEASES_FROM_ESCROW) || (row.waiting && has(StoreFlaw.RELEASES_FROM_WAITING))) {
            row.due = Instant.MIN;
        }
    }

    private static void stop(PlainRow row, Settlement.End end, boolean current) {
        row.due = Instant.MIN;
        row.pending = !current;
        row.attempts = end instanceof Settlement.Held ? 0 : row.attempts + 1;
        if (current && end instanceof Settlement.Expired expired) {
            row.expired = true;
            row.problem = Optional.of(expired.why());
        } else if (current && end instanceof Settlement.Held held) {
            row.held = Optional.of(held.plan());
        }
    }

    private void park(PlainRow row, Settlement.Parked parked, boolean current) {
        row.attempts = has(StoreFlaw.COUNTS_FAILURES_BEFORE_PARKING) ? row.attempts : 0;
        row.due = Instant.MIN;
        boolean stays = current || has(StoreFlaw.PARKS_OVER_NEWS);
        row.pending = !stays || has(StoreFlaw.HANDS_OUT_WHAT_IS_PARKED);
        row.parked = stays ? parked.conflicts() : List.of();
    }

    private void await(PlainRow row, Settlement.Waiting waiting, boolean current) {
        row.pending = true;
        row.waiting = current;
        row.attempts = current || has(StoreFlaw.COUNTS_LOOKS_FOR_EVER) ? row.attempts + 1 : 0;
        row.attempts = has(StoreFlaw.COUNTS_NO_LOOKS_IN_VAIN) ? 0 : row.attempts;
        row.awaited = current && !has(StoreFlaw.FORGETS_WHAT_IS_AWAITED) ? waiting.objects() : List.of();
        row.due = has(StoreFlaw.WAITS_FOR_EVER) ? Instant.MAX : waiting.until();
        boolean changed = waiting.objects().stream()
                .map(rows::get)
                .anyMatch(awaited -> awaited != null && awaited.changed > row.takenAfter);
        if (!current || (changed && !has(StoreFlaw.MISSES_CHANGES_BEFORE_THE_WAIT))) {
            wake(row);
        }
    }

    @Override
    public synchronized int reopen(Selection selection, Instant now) {
        List<PlainRow> chosen = chosen(selection).toList();
        chosen.stream()
                .filter(row -> row.parked.isEmpty() || !has(StoreFlaw.REOPENS_ALL_BUT_WHAT_IS_PARKED))
                .filter(row ->
                        !has(StoreFlaw.REOPENS_NOTHING) && !(row.inHand && has(StoreFlaw.REOPENS_NOTHING_IN_HAND)))
                .forEach(row -> {
                    open(row, now);
                    row.due = Instant.MIN;
                });
        return chosen.size();
    }

    private Stream<PlainRow> chosen(Selection selection) {
        if (selection instanceof Selection.Objects objects) {
            return objects.ids().stream().map(rows::get).filter(Objects::nonNull);
        }
        return rows.values().stream().filter(row -> selection instanceof Selection.All || isEscrowed(row));
    }

    private boolean isEscrowed(PlainRow row) {
        boolean parked = !row.parked.isEmpty() && has(StoreFlaw.ESCROWS_WHAT_IS_PARKED);
        return parked || (row.due.isAfter(Instant.MIN) && (!row.waiting || has(StoreFlaw.ESCROWS_WHAT_WAITS)));
    }

    /** What a process that ends without a word leaves to the next. */
    synchronized void restart() {
        rows.values().forEach(row -> {
            row.inHand &= has(StoreFlaw.KEEPS_DEAD_CLAIMS);
            row.announced = has(StoreFlaw.FORGETS_ANNOUNCEMENTS_OF_THE_DEAD) ? Optional.empty() : row.announced;
            row.parked = has(StoreFlaw.FORGETS_CONFLICTS_WITH_THE_DEAD) ? List.of() : row.parked;
            row.awaited = has(StoreFlaw.FORGETS_WAITS_WITH_THE_DEAD) ? List.of() : row.awaited;
        });
        if (has(StoreFlaw.FORGETS_THE_JOURNAL_WITH_THE_DEAD)) {
            records.lines.clear();
        }
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
