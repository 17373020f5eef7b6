package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles a batch that a store did not keep, one object after the other: one that cannot be kept must not take what became
 * of the others with it. The store took the batch from the worker when it failed, so each object is claimed again.
 */
final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final WorkQueue work;
    private final BiFunction<Case, Problem, Settlement> failed;

    /**
     * Of a queue.
     *
     * @param failed makes a case fail, and says how it is settled then
     */
    OneByOne(WorkQueue work, BiFunction<Case, Problem, Settlement> failed) {
        this.work = work;
        this.failed = failed;
    }

    /**
     * Settles each; one that somebody else has in hand by now, or had meanwhile, is left to that one and no longer counts
     * here. It throws what the store throws, if it was the store that failed and none of the objects.
     */
    void settle(List<Case> cases, List<Settlement> settlements) {
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            Optional<WorkItem> again = claim(one.id());
            if (again.isPresent() && isAsItWas(one, again.get())) {
                settle(one, settlements.get(i), again.get());
            } else {
                one.handBack();
                again.ifPresent(it -> work.settle(List.of(Settlement.released(it))));
            }
        }
    }

    /** Whether nobody else had it in hand meanwhile, who found out what was written and settled that. */
    private static boolean isAsItWas(Case one, WorkItem again) {
        boolean isKnown = one.hasRecords() && again.announced().isEmpty();
        return !isKnown && again.baseline().equals(one.item().baseline());
    }

    private void settle(Case one, Settlement settlement, WorkItem again) {
        try {
            work.settle(List.of(settlement));
        } catch (RuntimeException fault) {
            LOG.warn("the store cannot keep what became of object {}", one.id(), fault);
            Settlement least = failed.apply(one, Problems.unkept(one.id(), fault));
            // Whether it was written is left to the next look: what the journal is to keep may be what is wrong.
            Journaling doubt = new Journaling(List.of(), again.announced());
            least(one, new Settlement(one.item(), least.end(), Optional.empty(), least.status(), doubt));
        }
    }

    private void least(Case one, Settlement settlement) {
        if (claim(one.id()).isEmpty()) {
            return;
        }
        try {
            work.settle(List.of(settlement));
        } catch (RuntimeException fault) {
            LOG.warn("the store cannot keep the status of object {} either", one.id(), fault);
            if (claim(one.id()).isPresent()) {
                work.settle(List.of(new Settlement(
                        one.item(), settlement.end(), Optional.empty(), Optional.empty(), settlement.journaling())));
            }
        }
    }

    private Optional<WorkItem> claim(CloudObjectId id) {
        return work.claim(new Claim.Objects(List.of(id))).stream().findFirst();
    }
}
