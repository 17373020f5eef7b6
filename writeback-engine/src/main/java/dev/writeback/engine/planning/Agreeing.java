package dev.writeback.engine.planning;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How what is agreed goes on: what a plan settles is agreed, and what it leaves open stays as it was agreed before. */
final class Agreeing {

    private static final Set<Verdict> OPEN = Set.of(Verdict.DRIFT, Verdict.INVALID, Verdict.PARKED);

    private Agreeing() {}

    /** What is agreed when a plan has been carried out, or has found nothing to write. */
    static Baseline after(Plan plan, Baseline before) {
        if (Departure.isOne(plan)) {
            return Baseline.none();
        }
        if (plan.entry().isEmpty() || plan.decisions().isEmpty()) {
            return before;
        }
        boolean sameEntry = before.isWith(plan.entry().get().guid());
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>(sameEntry ? before.agreements() : Map.of());
        for (AttributeDecision decision : plan.decisions()) {
            List<AttributeValue> cloud = decision.cloud().orElse(null);
            if (cloud != null && isSettled(decision)) {
                agreements.put(decision.attribute(), new Agreement(cloud, decision.result()));
            }
        }
        return new Baseline(plan.entry(), agreements);
    }

    /** Nothing is agreed about an attribute of which a part is still to come. */
    private static boolean isSettled(AttributeDecision decision) {
        return !OPEN.contains(decision.verdict())
                && decision.omissions().stream().noneMatch(Omission.Unresolved.class::isInstance);
    }
}
