package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFoldTest {

    @ParameterizedTest
    @CsvSource({"SMTP:ADA@X.EXAMPLE,smtp:ada@x.example", "TITLE,title", "ÉÀÜ,éàü", "ΣΩ,σω", "ЖЯ,жя", "a1-Z,a1-z"})
    void letters_with_one_partner_fold(String upper, String lower) {
        assertThat(CaseFold.fold(upper)).isEqualTo(lower);
        assertThat(CaseFold.fold(lower)).isEqualTo(lower);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ı", "İ", "\u212a", "ß", "ẞ", "ς", "µ", "ſ", "e\u0301"})
    void letters_whose_partner_is_another_letters_partner_stay_what_they_are(String text) {
        assertThat(CaseFold.fold(text)).isEqualTo(text);
    }

    @Test
    void a_text_that_is_folded_already_is_not_copied() {
        String folded = "smtp:ada@contoso.example";
        assertThat(CaseFold.fold(folded)).isSameAs(folded);
    }

    @Test
    void nothing_is_as_good_as_anything() {
        assertThat(CaseFold.fold("")).isEmpty();
    }

    @Test
    void only_pairs_that_map_onto_each_other_meet() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char letter = (char) c;
            char folded = CaseFold.fold(String.valueOf(letter)).charAt(0);
            if (folded != letter) {
                assertThat(Character.toUpperCase(folded)).isEqualTo(letter);
                assertThat(Character.toLowerCase(letter)).isEqualTo(folded);
            }
        }
    }
}
