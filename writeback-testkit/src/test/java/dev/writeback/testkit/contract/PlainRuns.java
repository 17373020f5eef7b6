package dev.writeback.testkit.contract;

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
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** The runs of a {@link PlainStore}. */
final class PlainRuns implements Runs {

    private final Object lock;
    private final IntSupplier objects;
    private final Map<String, RunRecord> runs = new LinkedHashMap<>();
    private final List<Map.Entry<Instant, Destruction>> spent = new ArrayList<>();

    PlainRuns(Object lock, IntSupplier objects) {
        this.lock = lock;
        this.objects = objects;
    }

    void spend(Instant at, Destruction worth) {
        spent.add(Map.entry(at, worth));
    }

    @Override
    public void keep(RunRecord run) {
        synchronized (lock) {
            runs.put(run.id(), run);
        }
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
                    spent.stream()
                            .filter(one -> !one.getKey().isBefore(since))
                            .map(Map.Entry::getValue)
                            .reduce(Destruction.none(), Destruction::and),
                    enumerated(),
                    runs.values().stream()
                            .filter(run -> run.state() == RunRecord.State.HELD)
                            .toList());
        }
    }

    private OptionalLong enumerated() {
        return newest(Integer.MAX_VALUE).stream()
                .filter(run -> run.state() == RunRecord.State.FREE || run.state() == RunRecord.State.APPROVED)
                .map(RunRecord::enumerated)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
