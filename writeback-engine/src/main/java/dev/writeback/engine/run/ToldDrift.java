package dev.writeback.engine.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.writeback.engine.planning.DriftCriterion;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told of objects that drifted, so that the same is not told again because something else of their entries
 * changes. Bounded: what it has forgotten is told again. Safe for many threads.
 */
final class ToldDrift {

    private static final int MOST = 10_000;
    private static final Drifted NOTHING = new Drifted(SkipReason.REDUNDANT_EXPORT, Map.of());

    private final DriftCriterion drift;
    private final Cache<CloudObjectId, Drifted> told =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** How an object stands: why it is left alone, and what the directory holds that nobody agreed to. */
    private record Drifted(SkipReason reason, Map<AttributeName, List<AttributeValue>> values) {}

    ToldDrift(DriftCriterion drift) {
        this.drift = drift;
    }

    /** Whether a plan, made with this baseline, says something of the directory that was not told before. */
    boolean isNews(Plan plan, Baseline baseline) {
        Drifted now = drifted(plan, baseline);
        return !now.equals(NOTHING) && !now.equals(told.getIfPresent(plan.object()));
    }

    /** That what became of these was told. */
    void tell(Collection<Case> cases) {
        for (Case one : cases) {
            Conclusion conclusion = one.conclusion();
            if (conclusion != null && !conclusion.isHeld()) {
                tell(conclusion.plan(), one.baseline());
            }
        }
    }

    /** That a plan, made with this baseline, was told. */
    void tell(Plan plan, Baseline baseline) {
        Drifted now = drifted(plan, baseline);
        if (now.equals(NOTHING)) {
            forget(plan.object());
        } else {
            told.put(plan.object(), now);
        }
    }

    /** That an object is as agreed. */
    void forget(CloudObjectId object) {
        told.invalidate(object);
    }

    private Drifted drifted(Plan plan, Baseline baseline) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        for (AttributeDecision decision : drift.in(plan, baseline)) {
            values.put(decision.attribute(), decision.directory());
        }
        for (AttributeDecision decision : plan.decisions(Verdict.PARKED)) {
            values.put(decision.attribute(), decision.directory());
        }
        SkipReason reason =
                plan.disposition() instanceof Disposition.Skip skip ? skip.reason() : SkipReason.REDUNDANT_EXPORT;
        return new Drifted(reason, values);
    }
}
