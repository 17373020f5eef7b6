package dev.writeback.engine.run;

import dev.writeback.plan.AppliedPlan;
import dev.writeback.spi.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what became of plans that somebody approved: as of any other write; but one that may not be carried out any more
 * leaves its object due at once, so that the next run plans it anew.
 */
final class HeldClerk {

    private static final Logger LOG = LoggerFactory.getLogger(HeldClerk.class);

    private final Parts parts;
    private final Brake brake;
    private final Clerk clerk;
    private final StatusWriter statuses;

    HeldClerk(Parts parts, Brake brake, Tally tally, Runnable settled) {
        this.parts = parts;
        this.brake = brake;
        this.clerk = new Clerk(parts, brake, tally, settled);
        this.statuses = new StatusWriter(parts);
    }

    void settle(Cycle cycle, List<SavedCase> cases) {
        List<Case> refused = opened(cases.stream().filter(HeldClerk::isRefused));
        List<Case> others = opened(cases.stream().filter(one -> !isRefused(one)));
        if (!refused.isEmpty()) {
            refuse(cycle, refused);
        }
        if (!others.isEmpty()) {
            clerk.settle(cycle, others);
        }
    }

    private static List<Case> opened(Stream<SavedCase> cases) {
        return cases.flatMap(one -> one.claimed().stream()).toList();
    }

    private static boolean isRefused(SavedCase one) {
        return one.end().end() == AppliedPlan.End.REFUSED;
    }

    private void refuse(Cycle cycle, List<Case> cases) {
        try {
            parts.store()
                    .work()
                    .settle(cases.stream().map(one -> refused(cycle, one)).toList());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what became of {} objects", cases.size(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    private Settlement refused(Cycle cycle, Case one) {
        Optional<Conclusion> conclusion = Optional.ofNullable(one.conclusion());
        return new Settlement(
                one.item(),
                new Settlement.Escrowed(cycle.started(), conclusion.flatMap(Conclusion::problem)),
                one.toKeep(one.baseline()),
                conclusion.map(it -> statuses.status(cycle, one, it)),
                one.journaling());
    }
}
