package dev.writeback.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is drift and what is not, over objects and entries that have nothing to do with each other. */
class DriftProperties {

    private final PlannerProperties arbitraries = new PlannerProperties();
    private final Planner planner = new Planner(Profile.exchangeOnline());
    private final DriftCriterion drift = planner.drift();

    @Property
    void own_writes_are_never_drift(
            @ForAll("objects") CloudObject before,
            @ForAll("objects") CloudObject object,
            @ForAll("entries") DirectoryEntry entry) {
        DirectoryEntry now = entry;
        Baseline baseline = Baseline.none();
        for (CloudObject state : List.of(before, object)) {
            Plan plan = planner.plan(state, now, baseline, Circumstances.plain());
            now = PlannerProperties.apply(plan, now);
            baseline = planner.agreed(plan, baseline);

            assertThat(drift.from(baseline, values(now))).isEmpty();
            Plan again = planner.plan(state, now, baseline, Circumstances.plain());
            assertThat(drift.in(again, baseline)).isEmpty();
        }
    }

    @Property
    void whatever_a_plan_calls_drift_is_seen_by_comparing_with_the_agreement_alone(
            @ForAll("objects") CloudObject object,
            @ForAll("entries") DirectoryEntry first,
            @ForAll("entries") DirectoryEntry now) {
        Baseline baseline = agreement(object, first);
        Plan plan = planner.plan(object, now, baseline, Circumstances.plain());

        assertThat(drift.from(baseline, values(now)))
                .containsAll(drift.in(plan, baseline).stream()
                        .map(AttributeDecision::attribute)
                        .toList());
    }

    @Property
    void drift_is_found_if_and_only_if_an_agreed_attribute_differs(
            @ForAll("objects") CloudObject object,
            @ForAll("entries") DirectoryEntry first,
            @ForAll("entries") DirectoryEntry now) {
        Baseline baseline = agreement(object, first);
        boolean differs = baseline.agreements().entrySet().stream()
                .anyMatch(one ->
                        !planner.writes().get(one.getKey()).same(one.getValue().directory(), now.values(one.getKey())));

        assertThat(!drift.from(baseline, values(now)).isEmpty()).isEqualTo(differs);
    }

    private Baseline agreement(CloudObject object, DirectoryEntry entry) {
        return planner.agreed(planner.plan(object, entry, Baseline.none(), Circumstances.plain()), Baseline.none());
    }

    /** As a watch tells it: of an attribute without values that it has none. */
    private Map<AttributeName, List<AttributeValue>> values(DirectoryEntry entry) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        planner.writes().keySet().forEach(name -> values.put(name, entry.values(name)));
        return values;
    }

    @Provide
    Arbitrary<CloudObject> objects() {
        return arbitraries.objects();
    }

    @Provide
    Arbitrary<DirectoryEntry> entries() {
        return arbitraries.entries();
    }
}
