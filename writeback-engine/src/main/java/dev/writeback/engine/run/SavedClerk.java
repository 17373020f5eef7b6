package dev.writeback.engine.run;

import dev.writeback.engine.planning.SavedPlan;
import dev.writeback.model.Baseline;
import dev.writeback.spi.Settlement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what became of saved plans, in one transaction for a batch. Each object stays as pending as it was, for the cloud
 * may have said something newer than the plan; what was written is agreed, so that a run finds nothing left to do.
 */
final class SavedClerk {

    private static final Logger LOG = LoggerFactory.getLogger(SavedClerk.class);

    private final Parts parts;
    private final StatusWriter statuses;
    private final Brake brake;
    private final Runnable settled;

    SavedClerk(Parts parts, Brake brake, Runnable settled) {
        this.parts = parts;
        this.statuses = new StatusWriter(parts);
        this.brake = brake;
        this.settled = settled;
    }

    void settle(Cycle cycle, List<SavedCase> cases) {
        List<Settlement> settlements = cases.stream()
                .flatMap(it -> it.claimed().map(one -> settlement(cycle, it.saved(), one)).stream())
                .toList();
        try {
            parts.store().work().settle(settlements);
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what became of {} objects", settlements.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return;
        }
        settled.run();
    }

    private Settlement settlement(Cycle cycle, SavedPlan saved, Case one) {
        Optional<Conclusion> conclusion = Optional.ofNullable(one.conclusion());
        return new Settlement(
                one.item(),
                new Settlement.Released(),
                one.toKeep(agreed(saved, one)),
                conclusion.map(it -> statuses.status(cycle, one, it)),
                one.journaling());
    }

    /** An entry that held the result already may have been agreed upon later than the plan was made. */
    private Baseline agreed(SavedPlan saved, Case one) {
        Conclusion conclusion = one.conclusion();
        return conclusion != null && conclusion.wasWritten()
                ? parts.planner().agreed(saved.known(), one.baseline())
                : one.baseline();
    }
}
