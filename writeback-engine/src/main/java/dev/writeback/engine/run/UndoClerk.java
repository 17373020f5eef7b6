package dev.writeback.engine.run;

import dev.writeback.engine.planning.UndoPlanner;
import dev.writeback.model.Baseline;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.spi.Settlement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what became of a batch that was taken back: its objects are as pending as they were. */
final class UndoClerk implements Undo.Desk {

    private static final Logger LOG = LoggerFactory.getLogger(UndoClerk.class);

    private final Parts parts;
    private final StatusWriter statuses;
    private final String run;
    private final Brake brake;
    private final Tally tally;
    private final Runnable settled;
    private int left;

    UndoClerk(Parts parts, String run, Brake brake, Tally tally, Runnable settled) {
        this.parts = parts;
        this.statuses = new StatusWriter(parts);
        this.run = run;
        this.brake = brake;
        this.tally = tally;
        this.settled = settled;
    }

    @Override
    public void end(Cycle cycle, List<Case> cases) {
        try {
            parts.store()
                    .work()
                    .settle(cases.stream().map(one -> settlement(cycle, one)).toList());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what became of {} objects", cases.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return;
        }
        cases.forEach(this::count);
        settled.run();
    }

    int left() {
        return left;
    }

    private void count(Case one) {
        tally.settled(one);
        Conclusion conclusion = one.conclusion();
        left += conclusion == null ? 0 : UndoPlanner.left(conclusion.plan());
    }

    private Settlement settlement(Cycle cycle, Case one) {
        Conclusion conclusion = one.conclusion();
        Optional<Plan> agreed = conclusion == null ? Optional.empty() : conclusion.agreed();
        Baseline baseline =
                agreed.map(plan -> UndoPlanner.agreed(plan, one.baseline())).orElse(one.baseline());
        Optional<Status> status =
                conclusion == null ? Optional.empty() : Optional.of(statuses.ofUndo(run, cycle, one, conclusion));
        return new Settlement(one.item(), new Settlement.Released(), one.toKeep(baseline), status, one.journaling());
    }
}
