package dev.writeback.engine.run;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.Runs;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a memory store has to tell. Guarded by the store's lock. */
final class MemoryRecords implements Records {

    private static final int LONGEST_JOURNAL = 20_000;

    private final Object lock;
    private final Map<CloudObjectId, StoredObject> objects;
    private final Map<String, Status> undelivered = new LinkedHashMap<>();
    private final EntryIndex entries = new EntryIndex();
    private final Deque<JournalLine> lines = new ArrayDeque<>();
    private long written;

    private final Outbox outbox = new MemoryOutbox();
    private final MemoryRuns runs;
    private final Journal journal = new MemoryJournal();
    private final Holdings holdings = new MemoryHoldings();

    MemoryRecords(Object lock, Map<CloudObjectId, StoredObject> objects) {
        this.lock = lock;
        this.objects = objects;
        this.runs = new MemoryRuns(lock, objects::size);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Holdings holdings() {
        return holdings;
    }

    /** What is agreed about an object from now on. */
    void agree(StoredObject object, Baseline baseline) {
        entries.move(object, baseline.entry());
        object.baseline = baseline;
    }

    void post(Status status) {
        undelivered.putIfAbsent(status.id(), status);
    }

    void keep(StoredObject object, Journaling journaling) {
        object.announced = journaling.announced().orElse(null);
        journaling.records().forEach(record -> lines.add(new JournalLine(++written, record)));
        while (lines.size() > LONGEST_JOURNAL) {
            lines.remove();
        }
    }

    private final class MemoryOutbox implements Outbox {

        @Override
        public List<Status> undelivered(int atMost) {
            synchronized (lock) {
                return undelivered.values().stream().limit(atMost).toList();
            }
        }

        @Override
        public void delivered(List<Status> statuses) {
            synchronized (lock) {
                statuses.forEach(status -> undelivered.remove(status.id()));
            }
        }
    }

    private final class MemoryJournal implements Journal {

        @Override
        public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
            synchronized (lock) {
                List<StoredObject> claimed = writes.stream().map(this::claimed).toList();
                Iterator<StoredObject> object = claimed.iterator();
                writes.forEach(write -> object.next().announced = write);
                writes.stream().findFirst().ifPresent(first -> runs.spend(first.at(), worth));
            }
        }

        private StoredObject claimed(JournalRecord.Written write) {
            StoredObject object = objects.get(write.object());
            if (object == null || !object.claimed) {
                throw new IllegalStateException(
                        "a write of object %s is announced, but nobody claimed it".formatted(write.object()));
            }
            return object;
        }

        @Override
        public Runs runs() {
            return runs;
        }

        @Override
        public List<JournalLine> read(Optional<String> run, long after, int atMost) {
            synchronized (lock) {
                return lines.stream()
                        .filter(line -> line.number() > after)
                        .filter(line ->
                                run.isEmpty() || run.get().equals(line.record().run()))
                        .limit(atMost)
                        .toList();
            }
        }
    }

    private final class MemoryHoldings implements Holdings {

        /** Objects come and never go, so as many as before are the same as before. */
        private List<CloudObjectId> sorted = List.of();

        @Override
        public List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost) {
            synchronized (lock) {
                if (sorted.size() != objects.size()) {
                    sorted = objects.keySet().stream().sorted().toList();
                }
                int found =
                        after.map(id -> Collections.binarySearch(sorted, id)).orElse(-1);
                return sorted.stream()
                        .skip(found < 0 ? -found - 1 : found + 1)
                        .map(id -> Objects.requireNonNull(objects.get(id)))
                        .filter(object -> states.contains(object.shownState()))
                        .limit(atMost)
                        .map(StoredObject::shown)
                        .toList();
            }
        }

        @Override
        public List<Holding> ofEntries(Collection<ObjectGuid> entries) {
            synchronized (lock) {
                return entries.stream()
                        .distinct()
                        .flatMap(entry -> MemoryRecords.this.entries.of(entry).stream())
                        .map(StoredObject::shown)
                        .toList();
            }
        }

        @Override
        public List<Holding> of(Collection<CloudObjectId> ids) {
            synchronized (lock) {
                return ids.stream()
                        .distinct()
                        .map(objects::get)
                        .filter(Objects::nonNull)
                        .map(StoredObject::shown)
                        .toList();
            }
        }
    }
}
