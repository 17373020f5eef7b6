package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the directory holds and nobody agreed to: a pure comparison with the baseline, so that own writes, which end in an
 * agreement, are none. Of an attribute that the directory has the say about there is no drift, and of one that nothing was
 * agreed about neither.
 *
 * <p>Immutable, for any number of threads.
 */
public final class DriftCriterion {

    private final Map<AttributeName, AttributeSyntax> attributes;

    private DriftCriterion(Map<AttributeName, AttributeSyntax> attributes) {
        this.attributes = attributes;
    }

    /** From the attributes of this profile. */
    public static DriftCriterion from(Profile profile) {
        Map<AttributeName, AttributeSyntax> attributes = new LinkedHashMap<>();
        for (Flow flow : profile.flows()) {
            if (!flow.rule().authority().equals(Authority.DIRECTORY)) {
                attributes.put(flow.target(), flow.syntax());
            }
        }
        return new DriftCriterion(Collections.unmodifiableMap(attributes));
    }

    /** The attributes that may drift. */
    public Map<AttributeName, AttributeSyntax> attributes() {
        return attributes;
    }

    /**
     * The attributes whose values are not the agreed ones.
     *
     * @param baseline what was agreed
     * @param values what the directory holds; what is not mentioned is as it was
     */
    public Set<AttributeName> from(Baseline baseline, Map<AttributeName, List<AttributeValue>> values) {
        Set<AttributeName> drifted = new LinkedHashSet<>();
        values.forEach((name, now) -> {
            AttributeSyntax syntax = attributes.get(name);
            Agreement agreed = baseline.agreements().get(name);
            if (syntax != null && agreed != null && !syntax.same(now, agreed.directory())) {
                drifted.add(name);
            }
        });
        return drifted;
    }

    /**
     * The decisions of a plan about attributes that drifted, be it that they are reported, repaired or accepted: the
     * directory no longer holds what was agreed, the cloud still states what was agreed, and the two differ.
     *
     * @param plan made with this baseline
     */
    public List<AttributeDecision> in(Plan plan, Baseline baseline) {
        return plan.decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.DRIFT || hasDrifted(decision, baseline))
                .toList();
    }

    private boolean hasDrifted(AttributeDecision decision, Baseline baseline) {
        AttributeSyntax syntax = attributes.get(decision.attribute());
        Agreement agreed = baseline.agreements().get(decision.attribute());
        return syntax != null
                && agreed != null
                && isSettledByRule(decision)
                && decision.cloud()
                        .filter(cloud -> syntax.same(cloud, agreed.cloud()))
                        .isPresent()
                && !syntax.same(decision.directory(), agreed.directory());
    }

    private static boolean isSettledByRule(AttributeDecision decision) {
        return decision.writes() || decision.verdict() == Verdict.KEPT;
    }
}
