package dev.writeback.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import org.junit.jupiter.api.Test;

class UnknownAttributesTest {

    @Test
    void a_misspelled_name_is_found_and_the_right_one_named() {
        UnknownAttributes unknown = new UnknownAttributes(Profile.exchangeOnline());

        assertThat(unknown.in(Samples.cloud("CustomAtribute1", "x", "CustomAttribute2", "y", "Department", "z")))
                .containsExactly(
                        "CustomAtribute1 is stated, but no rule takes it and nothing by that name is known (did you mean CustomAttribute1?).");
    }

    @Test
    void what_a_rule_takes_is_known() {
        Profile profile = Profile.exchangeOnline().toBuilder("own")
                .rule(Rule.of("info", "ShoeSize"))
                .build();

        assertThat(new UnknownAttributes(profile).in(Samples.cloud("ShoeSize", "44")))
                .isEmpty();
        assertThat(new UnknownAttributes(Profile.exchangeOnline()).in(Samples.cloud("ShoeSize", "44")))
                .hasSize(1);
    }
}
