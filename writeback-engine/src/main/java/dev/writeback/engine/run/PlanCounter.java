package dev.writeback.engine.run;

import dev.writeback.plan.AppliedPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Shows and counts what became of plans, one batch after the other. Safe for many threads. */
final class PlanCounter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<AppliedPlan.End, Integer> ends = new EnumMap<>(AppliedPlan.End.class);
    private final Consumer<AppliedPlan> show;

    PlanCounter(Consumer<AppliedPlan> show) {
        this.show = show;
    }

    void count(List<AppliedPlan> plans) {
        lock.lock();
        try {
            for (AppliedPlan one : plans) {
                ends.merge(one.end(), 1, Integer::sum);
                show.accept(new AppliedPlan(one.plan().shown(), one.end(), one.problem()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many had which end. */
    Map<AppliedPlan.End, Integer> ends() {
        lock.lock();
        try {
            return new EnumMap<>(ends);
        } finally {
            lock.unlock();
        }
    }
}
