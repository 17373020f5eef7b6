package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CaseFoldProperties {

    @Property
    void folding_twice_is_folding_once(@ForAll String text) {
        assertThat(CaseFold.fold(CaseFold.fold(text))).isEqualTo(CaseFold.fold(text));
    }

    @Property
    void folding_keeps_the_length_and_every_character_that_has_no_case(@ForAll("awkward") String text) {
        String folded = CaseFold.fold(text);
        assertThat(folded).hasSameSizeAs(text);
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                assertThat(folded.charAt(i)).isEqualTo(text.charAt(i));
            }
        }
    }

    @Property
    void folding_goes_character_by_character(@ForAll("awkward") String one, @ForAll("awkward") String other) {
        assertThat(CaseFold.fold(one + other)).isEqualTo(CaseFold.fold(one) + CaseFold.fold(other));
    }

    @Provide
    Arbitrary<String> awkward() {
        return Values.awkwardText();
    }
}
