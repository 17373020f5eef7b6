package dev.writeback.engine.run;

import dev.writeback.engine.planning.SavedPlan;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Claim;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a batch of saved plans out: one claim and one lookup for all, one write each, and one settlement. */
final class SavedBatch {

    private static final Logger LOG = LoggerFactory.getLogger(SavedBatch.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Brake brake;
    private final Rounds rounds;
    private final SavedClerk clerk;
    private final Predicate<Plan> repeated;
    private final Runnable readSource;

    /**
     * A batch after the other.
     *
     * @param repeated whether the document has another plan for the object or the entry
     * @param readSource reads the source, the first time that it is called
     */
    SavedBatch(
            Parts parts,
            Cycle cycle,
            Brake brake,
            Rounds rounds,
            SavedClerk clerk,
            Predicate<Plan> repeated,
            Runnable readSource) {
        this.parts = parts;
        this.cycle = cycle;
        this.brake = brake;
        this.rounds = rounds;
        this.clerk = clerk;
        this.repeated = repeated;
        this.readSource = readSource;
    }

    /** What became of each plan, in their order. */
    List<AppliedPlan> process(List<Plan> plans) {
        List<SavedCase> all = plans.stream()
                .map(plan -> new SavedCase(new SavedPlan(plan, parts.planner().writes())))
                .toList();
        all.stream()
                .filter(it -> repeated.test(it.saved().plan()))
                .forEach(it -> it.refuse(
                        Problems.plannedTwice(it.saved().plan().entry().orElseThrow())));
        for (int round = 1; round <= Rounds.MOST; round++) {
            List<SavedCase> unclaimed = stillUnclaimed(all);
            if (unclaimed.isEmpty() || brake.isPulled()) {
                break;
            }
            take(unclaimed);
        }
        return all.stream().map(SavedCase::end).toList();
    }

    private void take(List<SavedCase> unclaimed) {
        claim(unclaimed);
        List<SavedCase> missing = stillUnclaimed(unclaimed);
        if (!missing.isEmpty() && !known(missing).containsAll(idsOf(missing))) {
            readSource.run();
            claim(missing);
        }
        if (!brake.isPulled()) {
            refuse(stillUnclaimed(missing));
        }
        carryOut(unclaimed.stream()
                .filter(it -> !it.isUnclaimed() && it.claimed().isPresent())
                .toList());
    }

    private void refuse(List<SavedCase> missing) {
        Set<CloudObjectId> known = known(missing);
        missing.forEach(it ->
                it.refuse(known.contains(id(it)) ? Problems.inOtherHands(id(it)) : Problems.unknownToPlan(id(it))));
    }

    private void carryOut(List<SavedCase> claimed) {
        try {
            SavedCourse.carryOut(parts, rounds, claimed);
        } finally {
            clerk.settle(cycle, claimed);
        }
    }

    private void claim(List<SavedCase> cases) {
        if (brake.isPulled()) {
            return;
        }
        Map<CloudObjectId, SavedCase> byId = cases.stream().collect(Collectors.toMap(SavedBatch::id, it -> it));
        try {
            for (WorkItem item : parts.store().work().claim(new Claim.Objects(idsOf(cases)))) {
                SavedCase one = byId.get(item.object().id());
                if (one != null) {
                    one.claim(new Case(item, parts.time()));
                }
            }
        } catch (RuntimeException fault) {
            fail(fault);
        }
    }

    private Set<CloudObjectId> known(List<SavedCase> cases) {
        if (cases.isEmpty()) {
            return Set.of();
        }
        try {
            return parts.store().intake().known(idsOf(cases)).stream()
                    .map(CloudObject::id)
                    .collect(Collectors.toSet());
        } catch (RuntimeException fault) {
            fail(fault);
            return Set.copyOf(idsOf(cases));
        }
    }

    private void fail(RuntimeException fault) {
        LOG.error("the store failed to hand out work", fault);
        brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
    }

    private static List<SavedCase> stillUnclaimed(List<SavedCase> cases) {
        return cases.stream().filter(SavedCase::isUnclaimed).toList();
    }

    private static List<CloudObjectId> idsOf(List<SavedCase> cases) {
        return cases.stream().map(SavedBatch::id).toList();
    }

    private static CloudObjectId id(SavedCase one) {
        return one.saved().plan().object();
    }
}
