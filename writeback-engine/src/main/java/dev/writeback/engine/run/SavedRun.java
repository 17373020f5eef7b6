package dev.writeback.engine.run;

import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Carries saved plans out: as many workers as connections, each with batches of its own. */
public final class SavedRun {

    private static final int FIRST_BATCH = 10;
    private static final int LARGEST_BATCH = 100;

    private final Parts parts;
    private final Runnable settled;

    /**
     * A run with these parts.
     *
     * @param settled called after each batch that was kept, by any worker
     */
    public SavedRun(Parts parts, Runnable settled) {
        this.parts = parts;
        this.settled = settled;
    }

    /** Plans that are to write, one after the other; asked by one thread at a time. */
    @FunctionalInterface
    public interface Plans {

        /** The next one; nothing when there are no more. */
        Optional<Plan> next();
    }

    /**
     * What became of the plans.
     *
     * @param ends how many had which end; without those that were not taken up
     * @param destroyed how many values were removed without another in their place
     */
    public record Result(Map<AppliedPlan.End, Integer> ends, int destroyed) {}

    /**
     * Carries the plans out until there are no more or the brake is pulled.
     *
     * @param repeated whether the document has another plan for the object or the entry
     * @param readSource reads the source; called once at most, and only if the store does not know an object
     * @param show called for each plan that was taken up, by one thread at a time
     */
    public Result run(
            Cycle cycle,
            Brake brake,
            Plans plans,
            Predicate<Plan> repeated,
            Runnable readSource,
            Consumer<AppliedPlan> show) {
        Spending spending = Spending.of(parts, cycle, brake);
        Tally tally = new Tally();
        SavedClerk clerk = new SavedClerk(parts, brake, settled);
        PlanCounter counter = new PlanCounter(show);
        try (RateLimit rate = RateLimit.of(parts.writesPerSecond())) {
            Announcer announcer = new Announcer(parts, cycle, Optional.empty(), brake);
            Export export = new DirectoryExport(parts, spending, rate, announcer, Hold.ending(brake), brake, tally);
            Rounds rounds = new Rounds(
                    parts,
                    brake,
                    tally,
                    new AddressCheck(parts, cycle, tally, brake, AddressCheck.Strictness.PLAN),
                    export);
            SavedBatch batches =
                    new SavedBatch(parts, cycle, brake, rounds, clerk, repeated, new Once(readSource)::run);
            Shelf shelf = new Shelf(plans, brake);
            Crew.ofThreads().run(parts.connections(), () -> work(shelf, batches, counter, brake), brake::stop);
        }
        return new Result(counter.ends(), spending.destroyed());
    }

    private static void work(Shelf shelf, SavedBatch batches, PlanCounter counter, Brake brake) {
        try {
            int size = FIRST_BATCH;
            List<Plan> plans = shelf.take(size);
            while (!plans.isEmpty()) {
                counter.count(batches.process(plans));
                size = Math.min(2 * size, LARGEST_BATCH);
                plans = shelf.take(size);
            }
        } catch (Throwable fault) {
            brake.pull(Brake.Cause.STOPPED, Problems.internal("A worker", fault));
            throw fault;
        }
    }

    /** The plans that nobody has taken yet. */
    private static final class Shelf {

        private final ReentrantLock lock = new ReentrantLock();
        private final Plans plans;
        private final Brake brake;

        Shelf(Plans plans, Brake brake) {
            this.plans = plans;
            this.brake = brake;
        }

        List<Plan> take(int atMost) {
            lock.lock();
            try {
                List<Plan> taken = new ArrayList<>(atMost);
                while (taken.size() < atMost && !brake.isPulled()) {
                    Optional<Plan> plan = plans.next();
                    if (plan.isEmpty()) {
                        break;
                    }
                    taken.add(plan.get());
                }
                return brake.isPulled() ? List.of() : taken;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Does something once, and lets everybody wait until it is done. */
    private static final class Once {

        private final ReentrantLock lock = new ReentrantLock();
        private final Runnable action;
        private boolean done;

        Once(Runnable action) {
            this.action = action;
        }

        void run() {
            lock.lock();
            try {
                if (!done) {
                    done = true;
                    action.run();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
