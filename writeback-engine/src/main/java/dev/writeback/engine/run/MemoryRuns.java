package dev.writeback.engine.run;

import dev.writeback.plan.Destruction;
import dev.writeback.spi.Account;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** The runs of a memory store: the newest 1,000, and what was announced in the last day. Guarded by the store's lock. */
final class MemoryRuns implements Runs {

    private static final int MOST = 1000;
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final long MINUTES_OF_A_DAY = 24 * 60;

    private final Object lock;
    private final IntSupplier objects;
    private final Map<String, RunRecord> runs = new LinkedHashMap<>();
    private final NavigableMap<Long, Destruction> spent = new TreeMap<>();

    /** What the newest run that is forgotten by now leaves to be known. */
    private OptionalLong formerlyEnumerated = OptionalLong.empty();

    MemoryRuns(Object lock, IntSupplier objects) {
        this.lock = lock;
        this.objects = objects;
    }

    /** That this much was announced. */
    void spend(Instant at, Destruction worth) {
        long minute = minute(at);
        spent.merge(minute, worth, Destruction::and);
        spent.headMap(minute - MINUTES_OF_A_DAY).clear();
    }

    @Override
    public void keep(RunRecord run) {
        synchronized (lock) {
            runs.put(run.id(), run);
            if (runs.size() > MOST) {
                runs.values().stream()
                        .filter(one -> one.state() != RunRecord.State.HELD)
                        .findFirst()
                        .ifPresent(this::forget);
            }
        }
    }

    private void forget(RunRecord run) {
        runs.remove(run.id());
        formerlyEnumerated = counts(run) ? run.enumerated() : formerlyEnumerated;
    }

    private OptionalLong enumerated() {
        return runs.values().stream()
                .filter(MemoryRuns::counts)
                .map(RunRecord::enumerated)
                .reduce(formerlyEnumerated, (older, newer) -> newer);
    }

    private static boolean counts(RunRecord run) {
        boolean isDecided = run.state() == RunRecord.State.FREE || run.state() == RunRecord.State.APPROVED;
        return isDecided && run.enumerated().isPresent();
    }

    @Override
    public List<RunRecord> newest(int atMost) {
        synchronized (lock) {
            List<RunRecord> all = new ArrayList<>(runs.values());
            Collections.reverse(all);
            return all.stream().limit(atMost).toList();
        }
    }

    @Override
    public Account account(Instant since) {
        synchronized (lock) {
            return new Account(
                    objects.getAsInt(),
                    spent.tailMap(minute(since)).values().stream().reduce(Destruction.none(), Destruction::and),
                    enumerated(),
                    runs.values().stream()
                            .filter(run -> run.state() == RunRecord.State.HELD)
                            .toList());
        }
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_MINUTE);
    }
}
