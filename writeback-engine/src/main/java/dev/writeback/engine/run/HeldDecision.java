package dev.writeback.engine.run;

import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.AppliedPlan.End;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a person decides about the runs that are held. They stay held until the last of their objects is dealt with,
 * so that whatever comes in between, the decision can be taken again and goes on.
 */
public final class HeldDecision {

    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(HeldDecision.class);

    private final Parts parts;
    private final Runnable settled;
    private final HeldRuns held;

    /**
     * What became of it.
     *
     * @param runs the runs that were held
     * @param ends how many plans had which end
     * @param destroyed how many values were removed without another in their place
     * @param left how many objects are still put aside
     * @param problem why it is not done, or that there was nothing to do; nothing if it is done
     */
    public record Result(
            List<RunRecord> runs, Map<End, Integer> ends, int destroyed, long left, Optional<Problem> problem) {
        public Result {
            runs = List.copyOf(runs);
        }
    }

    /**
     * Decisions with these parts.
     *
     * @param settled called after each batch that was kept, by any worker
     */
    public HeldDecision(Parts parts, Runnable settled) {
        this.parts = parts;
        this.settled = settled;
        this.held = new HeldRuns(parts);
    }

    /** Writes what was put aside. */
    public Result approve(Cycle cycle, Brake brake, Consumer<AppliedPlan> show) {
        return decide(brake, RunRecord.State.APPROVED, () -> new Approval(parts, settled, cycle, brake).run(show));
    }

    /** Drops what was put aside; the plans count as released. */
    public Result reject(Cycle cycle, Brake brake) {
        return decide(brake, RunRecord.State.REJECTED, () -> drop(cycle, brake));
    }

    /** What is done with all that was put aside. */
    private interface Deed {
        SavedRun.Result run();
    }

    private Result decide(Brake brake, RunRecord.State decision, Deed deed) {
        try {
            List<RunRecord> runs = held.all();
            if (runs.isEmpty()) {
                return new Result(runs, Map.of(), 0, 0, Optional.of(nothing()));
            }
            SavedRun.Result done = deed.run();
            if (brake.isPulled()) {
                return new Result(runs, done.ends(), done.destroyed(), left(), Optional.empty());
            }
            if (held.isAnyAside()) {
                return new Result(runs, done.ends(), done.destroyed(), left(), Optional.of(inOtherHands()));
            }
            runs.forEach(run -> parts.store().records().journal().runs().keep(run.decided(decision)));
            return new Result(runs, done.ends(), done.destroyed(), 0, Optional.empty());
        } catch (RuntimeException fault) {
            LOG.error("the store failed over what is held", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return new Result(List.of(), Map.of(), 0, 0, Optional.empty());
        }
    }

    private long left() {
        return parts.store().records().holdings().count().getOrDefault(Holding.State.HELD, 0L);
    }

    private SavedRun.Result drop(Cycle cycle, Brake brake) {
        Tally tally = new Tally();
        Clerk clerk = new Clerk(parts, brake, tally, settled);
        int dropped = 0;
        List<Case> cases = claim(brake);
        while (!cases.isEmpty()) {
            clerk.settle(cycle, cases);
            dropped += cases.size();
            cases = claim(brake);
        }
        return new SavedRun.Result(Map.of(End.RELEASED, dropped), 0);
    }

    private List<Case> claim(Brake brake) {
        brake.stopIfInterrupted();
        return brake.isPulled()
                ? List.of()
                : parts.store().work().claim(new Claim.Held(BATCH)).stream()
                        .map(this::rejected)
                        .toList();
    }

    private Case rejected(WorkItem item) {
        Case one = new Case(item, parts.time());
        one.conclude(Conclusion.rejected(item.held().orElseThrow()));
        return one;
    }

    private static Problem nothing() {
        return Problem.of(
                ErrorCode.RUN_NOT_FOUND,
                "No run is held, so there is nothing to decide.",
                "Nothing is to be done; runs go on by themselves.");
    }

    private static Problem inOtherHands() {
        return Problem.of(
                ErrorCode.ENTRY_CONFLICT,
                "Another worker has objects in hand that a run was to write.",
                "Decide again when that one is done or gone; what is done stays so.");
    }
}
