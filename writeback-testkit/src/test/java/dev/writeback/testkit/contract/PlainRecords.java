package dev.writeback.testkit.contract;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link PlainStore} has to tell; flawed as the store is. */
final class PlainRecords implements Records, Outbox, Journal, Holdings {

    final List<Status> statuses = new ArrayList<>();
    final List<JournalLine> lines = new ArrayList<>();

    private final Object lock;
    private final Map<CloudObjectId, PlainRow> rows;
    private final StoreFlaw flaw;
    private final PlainRuns runs;
    private long written;

    PlainRecords(Object lock, Map<CloudObjectId, PlainRow> rows, StoreFlaw flaw) {
        this.lock = lock;
        this.rows = rows;
        this.flaw = flaw;
        this.runs = new PlainRuns(lock, this::known, flaw);
    }

    private long known() {
        return rows.values().stream()
                .filter(row -> row.pending || !has(StoreFlaw.ACCOUNTS_FOR_PENDING_OBJECTS_ONLY))
                .count();
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public Journal journal() {
        return this;
    }

    @Override
    public Holdings holdings() {
        return this;
    }

    @Override
    public List<Status> undelivered(int atMost) {
        synchronized (lock) {
            List<Status> all = new ArrayList<>(statuses);
            if (has(StoreFlaw.TURNS_STATUSES_ROUND)) {
                Collections.reverse(all);
            }
            return all.stream().limit(atMost).toList();
        }
    }

    @Override
    public void delivered(List<Status> done) {
        synchronized (lock) {
            List<String> ids = done.stream().map(Status::id).toList();
            statuses.removeIf(status -> ids.contains(status.id()));
        }
    }

    @Override
    public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
        synchronized (lock) {
            if (has(StoreFlaw.SPENDS_WHAT_IT_REFUSES)) {
                writes.stream().limit(1).forEach(first -> runs.spend(first.at(), worth));
            }
            if (!has(StoreFlaw.ANNOUNCES_UNTIL_IT_REFUSES)) {
                writes.forEach(this::requireClaimed);
            }
            writes.forEach(this::announce);
            writes.stream().limit(1).forEach(first -> runs.spend(first.at(), worth));
        }
    }

    @Override
    public Runs runs() {
        return runs;
    }

    private void announce(JournalRecord.Written write) {
        requireClaimed(write);
        PlainRow row = rows.get(write.object());
        if (row != null && (row.announced.isEmpty() || !has(StoreFlaw.KEEPS_THE_FIRST_ANNOUNCEMENT))) {
            row.announced = Optional.of(write);
        }
        if (has(StoreFlaw.JOURNALS_WHAT_IS_ANNOUNCED)) {
            write(write);
        }
    }

    private void requireClaimed(JournalRecord.Written write) {
        PlainRow row = rows.get(write.object());
        if ((row == null || !row.inHand) && !has(StoreFlaw.ANNOUNCES_FOR_ANYBODY)) {
            throw new IllegalStateException("nobody claimed object " + write.object());
        }
    }

    void write(JournalRecord record) {
        if (has(StoreFlaw.FORGETS_DECISIONS) && record instanceof JournalRecord.Decided) {
            return;
        }
        if (has(StoreFlaw.FORGETS_WHICH_RUN_IS_TAKEN_BACK) && record instanceof JournalRecord.Written it) {
            keep(new JournalRecord.Written(it.run(), it.at(), it.object(), it.entry(), it.changes()));
        } else {
            keep(record);
        }
    }

    private void keep(JournalRecord record) {
        written += has(StoreFlaw.NUMBERS_ALL_LINES_ALIKE) && written > 0 ? 0 : 1;
        lines.add(has(StoreFlaw.TURNS_THE_JOURNAL_ROUND) ? 0 : lines.size(), new JournalLine(written, record));
    }

    @Override
    public List<JournalLine> read(Optional<String> run, long after, int atMost) {
        synchronized (lock) {
            return lines.stream()
                    .filter(line -> line.number() > after || has(StoreFlaw.READS_THE_FIRST_PAGE_ONLY))
                    .filter(line -> run.isEmpty()
                            || run.get().equals(line.record().run())
                            || has(StoreFlaw.READS_THE_JOURNAL_OF_ALL_RUNS))
                    .limit(atMost)
                    .toList();
        }
    }

    @Override
    public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
        synchronized (lock) {
            List<PlainRow> ordered = rows.values().stream().sorted(order()).toList();
            int begin = 0;
            for (int i = 0; i < ordered.size(); i++) {
                if (after.equals(Optional.of(ordered.get(i).object.id()))) {
                    begin = has(StoreFlaw.REPEATS_THE_LAST_OF_THE_PAGE_BEFORE) ? i : i + 1;
                }
            }
            return told(ordered.stream()
                    .skip(begin)
                    .limit(has(StoreFlaw.CHOOSES_FROM_WHOLE_PAGES) ? atMost : Integer.MAX_VALUE)
                    .filter(row -> states.contains(state(row)) || has(StoreFlaw.PAGES_THROUGH_ALL_STATES))
                    .limit(atMost));
        }
    }

    @Override
    public Map<Holding.State, Long> count() {
        synchronized (lock) {
            return rows.values().stream()
                    .filter(row -> !row.inHand || !has(StoreFlaw.COUNTS_WHAT_IS_IN_NOBODYS_HANDS))
                    .collect(Collectors.groupingBy(this::state, Collectors.counting()));
        }
    }

    private Comparator<PlainRow> order() {
        return has(StoreFlaw.PAGES_BY_PLACE)
                ? Comparator.comparingLong(row -> row.place)
                : Comparator.comparing(row -> row.object.id());
    }

    @Override
    public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
        synchronized (lock) {
            return told(rows.values().stream()
                    .filter(row -> row.baseline.entry().isPresent())
                    .filter(row -> entries.contains(row.baseline.entry().get().guid())
                            || (has(StoreFlaw.TELLS_OF_FORMER_ENTRIES)
                                    && row.entries.stream().anyMatch(entry -> entries.contains(entry.guid()))))
                    .limit(has(StoreFlaw.TELLS_OF_ONE_OBJECT_PER_ENTRY) ? 1 : Integer.MAX_VALUE));
        }
    }

    @Override
    public List<Holding> of(Collection<CloudObjectId> ids) {
        synchronized (lock) {
            return told(ids.stream()
                    .distinct()
                    .filter(id -> rows.containsKey(id) || has(StoreFlaw.TELLS_OF_UNKNOWN_OBJECTS))
                    .map(id -> rows.getOrDefault(id, new PlainRow(id))));
        }
    }

    private List<Holding> told(Stream<PlainRow> some) {
        return some.map(this::told).toList();
    }

    private Holding told(PlainRow row) {
        boolean later = row.pending && row.due.isAfter(Instant.MIN) && !has(StoreFlaw.TELLS_NO_DUE_TIMES);
        return new Holding(
                row.object,
                row.baseline,
                state(row),
                row.since,
                later ? Optional.of(row.due) : Optional.empty(),
                row.attempts,
                row.problem,
                row.parked,
                row.held);
    }

    private Holding.State state(PlainRow row) {
        if (row.inHand && has(StoreFlaw.TELLS_OF_CLAIMS)) {
            return Holding.State.PENDING;
        } else if (row.held.isPresent()) {
            return Holding.State.HELD;
        } else if (row.expired) {
            return Holding.State.EXPIRED;
        } else if (row.outOfScope) {
            return Holding.State.OUT_OF_SCOPE;
        } else if (!row.parked.isEmpty()) {
            return Holding.State.PARKED;
        } else if (!row.pending) {
            return Holding.State.RESTING;
        } else if (row.waiting) {
            return Holding.State.WAITING;
        }
        return row.due.isAfter(Instant.MIN) ? Holding.State.ESCROWED : Holding.State.PENDING;
    }

    /** What a process that ends without a word leaves to the next. */
    void restart() {
        if (has(StoreFlaw.FORGETS_THE_JOURNAL_WITH_THE_DEAD)) {
            lines.clear();
        }
        runs.restart();
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
