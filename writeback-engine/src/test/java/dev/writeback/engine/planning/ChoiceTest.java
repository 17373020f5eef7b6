package dev.writeback.engine.planning;

import static dev.writeback.engine.planning.Samples.ENTRY;
import static dev.writeback.engine.planning.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Side;
import dev.writeback.plan.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final AttributeName NAME = AttributeName.of("msExchExtensionCustomAttribute1");
    private static final AttributeName OTHER = AttributeName.of("extensionAttribute1");
    private static final Agreement KEPT = new Agreement(texts("kept"), texts("kept"));

    private static Baseline agreed(String... values) {
        Agreement base = new Agreement(texts(values), texts(values));
        return new Baseline(Optional.of(ENTRY), Map.of(NAME, base, OTHER, KEPT));
    }

    private static Baseline chosen(
            Baseline before, List<AttributeValue> cloud, List<AttributeValue> directory, Side side) {
        AttributeDecision parked = new AttributeDecision(
                NAME,
                "ExtensionCustomAttribute1",
                Optional.of(cloud),
                directory,
                Optional.empty(),
                directory,
                Verdict.PARKED,
                "A person must decide.",
                Optional.empty());
        return Choice.agreed(before, ENTRY, parked, AttributeSyntax.CASE_IGNORE, side);
    }

    @Test
    void for_the_directory_both_values_are_agreed_as_they_are_and_the_rest_stays() {
        Baseline after = chosen(agreed("was"), texts("c"), texts("d"), Side.DIRECTORY);

        assertThat(after.agreements()).isEqualTo(Map.of(NAME, new Agreement(texts("c"), texts("d")), OTHER, KEPT));
        assertThat(after.entry()).contains(ENTRY);
    }

    @Test
    void for_the_cloud_its_single_value_counts_as_new() {
        assertThat(chosen(agreed("was"), texts("c"), texts("d"), Side.CLOUD).agreement(NAME))
                .contains(new Agreement(texts("d"), texts("d")));
        assertThat(chosen(agreed("was"), texts(), texts("d"), Side.CLOUD).agreement(NAME))
                .contains(new Agreement(texts("d"), texts("d")));
    }

    @Test
    void for_the_cloud_nothing_goes_of_many_values_that_it_never_knew() {
        Baseline after = chosen(agreed("a", "b"), texts("a", "c"), texts("A", "b", "own"), Side.CLOUD);

        assertThat(after.agreement(NAME)).contains(new Agreement(texts("A", "b"), texts("A", "b", "own")));
    }

    @Test
    void for_the_cloud_its_values_count_as_new_even_where_the_directory_has_them_all() {
        Baseline after = chosen(Baseline.none(), texts("a", "b"), texts("a", "b", "own"), Side.CLOUD);

        assertThat(after.agreement(NAME)).contains(new Agreement(texts("a", "b", "own"), texts("a", "b", "own")));
    }

    @Test
    void what_was_agreed_with_another_entry_is_forgotten() {
        EntryId elsewhere = new EntryId(new ObjectGuid(new UUID(1, 2)), Dn.of("CN=Old,DC=corp,DC=example"));
        Baseline before = new Baseline(Optional.of(elsewhere), Map.of(OTHER, KEPT));

        assertThat(chosen(before, texts("c"), texts("d"), Side.DIRECTORY).agreements())
                .containsOnlyKeys(NAME);
    }
}
