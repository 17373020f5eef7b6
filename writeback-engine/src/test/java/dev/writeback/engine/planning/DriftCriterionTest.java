package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.ENTRY;
import static dev.writeback.engine.planning.Samples.cloud;
import static dev.writeback.engine.planning.Samples.entry;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Drift;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Baseline;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftCriterionTest {

    private static final AttributeName NAME = AttributeName.of("extensionAttribute1");
    private static final Rule RULE = Rule.of("extensionAttribute1", "CustomAttribute1");
    private static final Baseline AGREED =
            new Baseline(Optional.of(ENTRY), Map.of(NAME, new Agreement(texts("was"), texts("was"))));

    private static List<AttributeDecision> drifted(Rule rule, String stated, String present) {
        Profile profile = Profile.builder("one").rule(rule).build();
        Plan plan = new Planner(profile)
                .plan(cloud("CustomAttribute1", stated), entry(NAME.value(), present), AGREED, Circumstances.plain());
        return DriftCriterion.from(profile).in(plan, AGREED);
    }

    @Test
    void what_only_the_directory_changed_has_drifted_be_it_reported_repaired_or_accepted() {
        for (Drift policy : Drift.values()) {
            assertThat(drifted(RULE.withDrift(policy), "was", "theirs"))
                    .as(policy.toString())
                    .extracting(AttributeDecision::attribute)
                    .containsExactly(NAME);
        }
    }

    @Test
    void what_the_cloud_changed_has_not_drifted_whoever_else_did() {
        for (Drift policy : Drift.values()) {
            assertThat(drifted(RULE.withDrift(policy), "new", "was")).isEmpty();
            assertThat(drifted(RULE.withDrift(policy), "new", "theirs")).isEmpty();
        }
    }

    @Test
    void what_neither_changed_and_what_the_cloud_followed_has_not_drifted() {
        assertThat(drifted(RULE, "was", "was")).isEmpty();
        assertThat(drifted(RULE, "theirs", "theirs")).isEmpty();
    }

    @Test
    void the_directorys_own_does_not_drift() {
        Profile profile = Profile.builder("two")
                .rule(RULE.withAuthority(Authority.DIRECTORY))
                .rule(Rule.of("extensionAttribute2", "CustomAttribute2"))
                .build();

        assertThat(drifted(RULE.withAuthority(Authority.DIRECTORY), "was", "theirs"))
                .isEmpty();
        assertThat(DriftCriterion.from(profile).attributes())
                .isEqualTo(Map.of(AttributeName.of("extensionAttribute2"), AttributeSyntax.CASE_IGNORE));
    }

    @Test
    void nothing_has_drifted_from_what_was_never_agreed() {
        Profile profile =
                Profile.builder("one").rule(RULE.withDrift(Drift.REPAIR)).build();
        Plan plan = new Planner(profile)
                .plan(
                        cloud("CustomAttribute1", "was"),
                        entry(NAME.value(), "theirs"),
                        Baseline.none(),
                        Circumstances.plain());

        assertThat(plan.writes()).isTrue();
        assertThat(DriftCriterion.from(profile).in(plan, Baseline.none())).isEmpty();
    }
}
