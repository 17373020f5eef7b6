package dev.writeback.engine.run;

import dev.writeback.engine.guard.Excess;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything but the write, on the calling thread: what is pending is planned, shown, and left as it was. */
public final class Staging {

    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

    private final Parts parts;

    /**
     * What the plans come to.
     *
     * @param counts as if they had been carried out
     * @param held why a run would be held, if it would
     */
    public record Result(Counts counts, Optional<Problem> held) {}

    /** Staging with these parts. */
    public Staging(Parts parts) {
        this.parts = parts;
    }

    /** Shows the plan of each object that is pending or due, in the order in which they wait. */
    public Result run(Cycle cycle, Brake brake, Consumer<Plan> show) {
        List<WorkItem> held = new ArrayList<>();
        Show shown = new Show(Spending.of(parts, cycle, brake), show);
        BatchRun batches = new BatchRun(parts, cycle, brake, shown.tally, Staging::conclude);
        try {
            List<WorkItem> items = claim(cycle, brake);
            while (!items.isEmpty()) {
                held.addAll(items);
                shown.tally.taken(items.size());
                List<Case> cases = batches.open(items);
                batches.process(cases);
                cases.forEach(shown::one);
                items = claim(cycle, brake);
            }
        } finally {
            release(held, brake);
        }
        return new Result(shown.tally.counts(shown.destroyed), shown.problem);
    }

    /** Takes a plan for carried out, and writes nothing. */
    static void conclude(Draft draft) {
        draft.one().conclude(Conclusion.staged(draft.plan()));
    }

    private List<WorkItem> claim(Cycle cycle, Brake brake) {
        brake.stopIfInterrupted();
        if (brake.isPulled()) {
            return List.of();
        }
        try {
            return parts.store().work().claim(new Claim.Next(BATCH, cycle.started()));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to hand out work", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }

    private void release(List<WorkItem> held, Brake brake) {
        try {
            parts.store().work().settle(held.stream().map(Settlement::released).toList());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to take {} objects back", held.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    /** Shows and counts what was concluded. */
    private static final class Show {

        private final Consumer<Plan> show;
        private final Tally tally = new Tally();
        private final Spending spending;
        private int destroyed;
        private Optional<Problem> problem = Optional.empty();

        Show(Spending spending, Consumer<Plan> show) {
            this.spending = spending;
            this.show = show;
        }

        void one(Case one) {
            Conclusion conclusion = one.conclusion();
            tally.settled(one);
            if (conclusion == null) {
                return;
            }
            destroyed += conclusion.plan().destroyed();
            if (problem.isEmpty()) {
                problem = spending.spend(conclusion.plan()).map(Excess::stopped);
            }
            show.accept(conclusion.plan().shown());
        }
    }
}
