package dev.writeback.testkit.contract;

import dev.writeback.plan.Destruction;
import dev.writeback.spi.Account;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/** The runs of a {@link PlainStore}; flawed as the store is. */
final class PlainRuns implements Runs {

    private final Object lock;
    private final LongSupplier objects;
    private final StoreFlaw flaw;
    private final Map<String, RunRecord> runs = new LinkedHashMap<>();
    private final List<Map.Entry<Instant, Destruction>> spent = new ArrayList<>();

    PlainRuns(Object lock, LongSupplier objects, StoreFlaw flaw) {
        this.lock = lock;
        this.objects = objects;
        this.flaw = flaw;
    }

    void spend(Instant at, Destruction worth) {
        if (has(StoreFlaw.SPENDS_THE_LAST_ONLY)) {
            spent.clear();
        }
        spent.add(Map.entry(at, worth));
    }

    @Override
    public void keep(RunRecord run) {
        synchronized (lock) {
            if (has(StoreFlaw.MOVES_RUNS_THAT_ARE_KEPT_AGAIN)) {
                runs.remove(run.id());
            }
            if (has(StoreFlaw.KEEPS_RUNS_AS_THEY_BEGAN)) {
                runs.putIfAbsent(run.id(), run);
            } else {
                runs.put(run.id(), has(StoreFlaw.FORGETS_WHY_RUNS_ARE_HELD) ? withoutProblem(run) : run);
            }
        }
    }

    private static RunRecord withoutProblem(RunRecord run) {
        return new RunRecord(
                run.id(), run.started(), run.ended(), run.state(), Optional.empty(), run.enumerated(), run.counts());
    }

    @Override
    public List<RunRecord> newest(int atMost) {
        synchronized (lock) {
            List<RunRecord> all = new ArrayList<>(runs.values());
            if (!has(StoreFlaw.TELLS_THE_OLDEST_RUNS_FIRST)) {
                Collections.reverse(all);
            }
            return all.stream().limit(atMost).toList();
        }
    }

    @Override
    public Account account(Instant since) {
        synchronized (lock) {
            return new Account(
                    objects.getAsLong(),
                    spent.stream()
                            .filter(one -> !one.getKey().isBefore(since) || has(StoreFlaw.SPENDS_FOR_EVER))
                            .map(Map.Entry::getValue)
                            .reduce(Destruction.none(), Destruction::and),
                    enumerated(),
                    held());
        }
    }

    private List<RunRecord> held() {
        List<RunRecord> held = new ArrayList<>(runs.values());
        held.removeIf(run -> run.state() != RunRecord.State.HELD
                && !(run.state() == RunRecord.State.REJECTED && has(StoreFlaw.TAKES_REJECTED_RUNS_FOR_HELD)));
        if (has(StoreFlaw.TELLS_THE_NEWEST_HELD_RUN_FIRST)) {
            Collections.reverse(held);
        }
        return held;
    }

    private OptionalLong enumerated() {
        Set<RunRecord.State> counting = has(StoreFlaw.ENUMERATES_BY_HELD_RUNS)
                ? EnumSet.allOf(RunRecord.State.class)
                : EnumSet.of(RunRecord.State.FREE, RunRecord.State.APPROVED);
        return newest(Integer.MAX_VALUE).stream()
                .filter(run -> counting.contains(run.state()))
                .map(RunRecord::enumerated)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** What a process that ends without a word leaves to the next. */
    void restart() {
        if (has(StoreFlaw.FORGETS_RUNS_WITH_THE_DEAD)) {
            runs.clear();
        }
        if (has(StoreFlaw.FORGETS_WHAT_WAS_SPENT_WITH_THE_DEAD)) {
            spent.clear();
        }
    }

    private boolean has(StoreFlaw one) {
        return flaw == one;
    }
}
