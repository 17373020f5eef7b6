package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writeback.plan.Plan;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is saved comes back as it was, or not at all. */
class PlanReaderProperties {

    @Property(tries = 200)
    void every_plan_comes_back_as_it_was_shown(@ForAll("plans") @Size(max = 3) List<Plan> plans, @ForAll String profile)
            throws IOException {
        String document = document(profile, plans);

        assertThat(read(document)).isEqualTo(plans.stream().map(Plan::shown).toList());
        assertThat(SchemaCheck.violations("plan.schema.json", document)).isEmpty();
        try (PlanReader reader = PlanReader.of(new StringReader(document))) {
            assertThat(reader.profile()).isEqualTo(profile);
        }
    }

    @Property(tries = 200)
    void a_plan_that_was_read_is_written_as_before(@ForAll("plan") Plan plan) throws IOException {
        String document = document("p", List.of(plan.shown()));

        assertThat(document("p", read(document))).isEqualTo(document);
    }

    @Property(tries = 200)
    void whoever_indents_a_document_changes_nothing(@ForAll("plan") Plan plan) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String indented =
                json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(document("p", List.of(plan))));

        assertThat(read(indented)).containsExactly(plan.shown());
    }

    @Property(tries = 200)
    void a_document_that_is_cut_off_anywhere_is_refused_with_its_place(
            @ForAll("plan") Plan plan, @ForAll @IntRange(min = 0, max = 100_000) int place) throws IOException {
        String document = document("p", List.of(plan)).stripTrailing();
        String cut = document.substring(0, place % document.length());

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageMatching("(?s)\\d+:\\d+: .+");
    }

    /** Whatever one changed character does, it is either seen or says the same in another spelling. */
    @Property(tries = 400)
    void a_character_that_was_changed_by_hand_never_makes_another_plan(
            @ForAll("plan") Plan plan,
            @ForAll @IntRange(min = 0, max = 100_000) int place,
            @ForAll("characters") char other)
            throws IOException {
        String document = document("p", List.of(plan));
        int start = document.indexOf('\n') + 1;
        StringBuilder changed = new StringBuilder(document);
        changed.setCharAt(start + place % (document.length() - start), other);

        Optional<List<Plan>> read = readIfValid(changed.toString());

        assertThat(read.orElse(List.of(plan.shown()))).containsExactly(plan.shown());
    }

    @Provide
    Arbitrary<Plan> plan() {
        return PlanArbitraries.plans();
    }

    @Provide
    Arbitrary<List<Plan>> plans() {
        return PlanArbitraries.plans().list();
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with("0123456789abAB\"\\{}[]:,. -_\n");
    }

    private static Optional<List<Plan>> readIfValid(String document) throws IOException {
        try {
            return Optional.of(read(document));
        } catch (InvalidPlanException seen) {
            return Optional.empty();
        }
    }

    private static String document(String profile, List<Plan> plans) throws IOException {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, profile)) {
            for (Plan plan : plans) {
                json.add(plan);
            }
        }
        return text.toString();
    }

    private static List<Plan> read(String document) throws IOException {
        List<Plan> plans = new ArrayList<>();
        try (PlanReader reader = PlanReader.of(new StringReader(document))) {
            for (Optional<Plan> plan = reader.next(); plan.isPresent(); plan = reader.next()) {
                plans.add(plan.get());
            }
        }
        return plans;
    }
}
