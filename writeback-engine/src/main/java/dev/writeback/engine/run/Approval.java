package dev.writeback.engine.run;

import dev.writeback.engine.guard.Allowance;
import dev.writeback.engine.planning.SavedPlan;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.spi.Claim;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what runs that are held were to write: as many workers as connections, each with batches of its own. */
final class Approval {

    private static final int FIRST_BATCH = 10;
    private static final int LARGEST_BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Approval.class);

    private final Parts parts;
    private final Runnable settled;
    private final Cycle cycle;
    private final Brake brake;

    /**
     * An approval.
     *
     * @param settled called after each batch that was kept, by any worker
     */
    Approval(Parts parts, Runnable settled, Cycle cycle, Brake brake) {
        this.parts = parts;
        this.settled = settled;
        this.cycle = cycle;
        this.brake = brake;
    }

    /**
     * Carries the plans out until there are no more or the brake is pulled.
     *
     * @param show called for each plan that was taken up, by one thread at a time
     */
    SavedRun.Result run(Consumer<AppliedPlan> show) {
        Spending spending = new Spending(Allowance.unlimited());
        Tally tally = new Tally();
        PlanCounter counter = new PlanCounter(show);
        HeldClerk clerk = new HeldClerk(parts, brake, tally, settled);
        try (RateLimit rate = RateLimit.of(parts.writesPerSecond())) {
            Announcer announcer = new Announcer(parts, cycle, Optional.empty(), brake);
            Export export = new DirectoryExport(parts, spending, rate, announcer, Hold.approved(brake), brake, tally);
            Rounds rounds = new Rounds(
                    parts,
                    brake,
                    tally,
                    new AddressCheck(parts, cycle, tally, brake, AddressCheck.Strictness.PLAN),
                    export);
            Crew.ofThreads().run(parts.connections(), () -> work(rounds, clerk, counter), brake::stop);
        }
        return new SavedRun.Result(Map.copyOf(counter.ends()), spending.destroyed());
    }

    private void work(Rounds rounds, HeldClerk clerk, PlanCounter counter) {
        try {
            int size = FIRST_BATCH;
            List<SavedCase> cases = claim(size);
            boolean goesOn = true;
            while (!cases.isEmpty() && goesOn) {
                goesOn = process(cases, rounds, clerk, counter);
                size = Math.min(2 * size, LARGEST_BATCH);
                cases = goesOn ? claim(size) : List.of();
            }
        } catch (Throwable fault) {
            brake.pull(Brake.Cause.STOPPED, Problems.internal("A worker", fault));
            throw fault;
        }
    }

    /** Returns whether something became of them; else they would be taken for ever. */
    private boolean process(List<SavedCase> cases, Rounds rounds, HeldClerk clerk, PlanCounter counter) {
        try {
            SavedCourse.carryOut(parts, rounds, cases);
        } finally {
            clerk.settle(cycle, cases);
        }
        // What is still to be claimed was handed back, to be taken again once the journal has kept an earlier write.
        List<SavedCase> ended = cases.stream().filter(one -> !one.isUnclaimed()).toList();
        counter.count(ended.stream().map(SavedCase::end).toList());
        return ended.size() < cases.size()
                || ended.stream().anyMatch(one -> one.end().end() != AppliedPlan.End.RELEASED);
    }

    private List<SavedCase> claim(int atMost) {
        if (brake.isPulled()) {
            return List.of();
        }
        try {
            return parts.store().work().claim(new Claim.Held(atMost)).stream()
                    .map(this::opened)
                    .toList();
        } catch (RuntimeException fault) {
            LOG.error("the store failed to hand out what is held", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }

    private SavedCase opened(WorkItem item) {
        SavedCase one = new SavedCase(
                new SavedPlan(item.held().orElseThrow(), parts.planner().writes(), SavedPlan.Values.ALL));
        one.claim(new Case(item, parts.time()));
        return one;
    }
}
