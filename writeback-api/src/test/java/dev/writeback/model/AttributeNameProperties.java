package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributeNameProperties {

    @Property
    void equal_names_have_equal_hashes_and_compare_as_equal(
            @ForAll("names") String one, @ForAll("names") String other) {
        AttributeName some = AttributeName.of(one);
        AttributeName another = AttributeName.of(other);
        boolean equal = one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        assertThat(some.equals(another)).isEqualTo(equal);
        assertThat(some.compareTo(another) == 0).isEqualTo(equal);
        if (equal) {
            assertThat(some).hasSameHashCodeAs(another);
        }
    }

    @Property
    void order_is_that_of_the_lower_case_names(@ForAll("names") String one, @ForAll("names") String other) {
        int expected = one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
        assertThat(Integer.signum(AttributeName.of(one).compareTo(AttributeName.of(other))))
                .isEqualTo(Integer.signum(expected));
    }

    @Property
    void a_change_of_case_changes_nothing(@ForAll("longNames") String text) {
        AttributeName name = AttributeName.of(text);
        for (AttributeName same : new AttributeName[] {
            AttributeName.of(text.toUpperCase(Locale.ROOT)), AttributeName.of(text.toLowerCase(Locale.ROOT))
        }) {
            assertThat(name).isEqualTo(same).hasSameHashCodeAs(same).isEqualByComparingTo(same);
        }
    }

    @Property
    void a_text_is_valid_exactly_if_it_makes_a_name(@ForAll String text) {
        boolean made;
        try {
            AttributeName.of(text);
            made = true;
        } catch (IllegalArgumentException refused) {
            made = false;
        }
        assertThat(made)
                .isEqualTo(AttributeName.isValid(text))
                .isEqualTo(text.matches("[A-Za-z][A-Za-z0-9._-]{0,255}"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("iIkK_-.0").ofMaxLength(3).map(rest -> "a" + rest);
    }

    @Provide
    Arbitrary<String> longNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("-_.")
                .ofMaxLength(40)
                .map(rest -> "I" + rest);
    }
}
