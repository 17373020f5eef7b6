package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeNameTest {

    @Test
    void the_tests_run_where_careless_case_folding_breaks() {
        assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
        assertThat("MAIL".toLowerCase(Locale.getDefault())).isNotEqualTo("mail");
    }

    @Test
    void names_that_differ_in_case_are_one_name() {
        AttributeName name = AttributeName.of("msExchHideFromAddressLists");
        AttributeName shouted = AttributeName.of("MSEXCHHIDEFROMADDRESSLISTS");
        assertThat(name).isEqualTo(shouted).hasSameHashCodeAs(shouted).isEqualByComparingTo(shouted);
        assertThat(Map.of(name, 1)).containsEntry(shouted, 1);
    }

    @Test
    void the_spelling_is_kept_for_show() {
        assertThat(AttributeName.of("mailNickname")).hasToString("mailNickname");
        assertThat(AttributeName.of("mailNickname").value()).isEqualTo("mailNickname");
    }

    @Test
    void different_names_differ() {
        assertThat(AttributeName.of("mail")).isNotEqualTo(AttributeName.of("mail2"));
        assertThat(AttributeName.of("a_b")).isNotEqualTo(AttributeName.of("a-b"));
        assertThat(AttributeName.of("a.b")).isNotEqualTo(AttributeName.of("a-b"));
    }

    @Test
    void names_come_in_alphabetical_order_whatever_their_case() {
        assertThat(AttributeName.of("Alias")).isLessThan(AttributeName.of("mail"));
        assertThat(AttributeName.of("alias")).isLessThan(AttributeName.of("Mail"));
        assertThat(AttributeName.of("mail")).isLessThan(AttributeName.of("mailNickname"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "mail", "mS-DS-ConsistencyGuid", "X1", "a_b.c-d", "IsExchangeCloudManaged"})
    void a_letter_followed_by_letters_digits_and_three_marks_is_a_name(String text) {
        assertThat(AttributeName.isValid(text)).isTrue();
        assertThat(AttributeName.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1a", "-a", "a b", "a;binary", "mail ", "ä", "ıd", "ID\u0130", "a\u0000", "a=b", "a*"})
    void anything_else_is_none_and_the_message_says_what_is(String text) {
        assertThat(AttributeName.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeName.of(text))
                .withMessageContaining("is not an attribute name; a name is a letter followed by");
    }

    @Test
    void a_name_has_at_most_256_characters() {
        assertThat(AttributeName.isValid("a".repeat(256))).isTrue();
        assertThat(AttributeName.isValid("a".repeat(257))).isFalse();
    }

    @Test
    void a_message_about_a_megabyte_is_not_a_megabyte() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeName.of("a".repeat(1_000_000)))
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void names_that_look_alike_do_not_share_a_hash() {
        assertThat(IntStream.rangeClosed(1, 45)
                        .mapToObj(
                                i -> AttributeName.of("extensionAttribute" + i).hashCode()))
                .doesNotHaveDuplicates();
        assertThat(AttributeName.of("ab")).doesNotHaveSameHashCodeAs(AttributeName.of("ba"));
    }

    @Test
    void equality_keeps_its_contract() {
        EqualsVerifier.forClass(AttributeName.class)
                .withPrefabValues(String.class, "mail", "title")
                .suppress(nl.jqno.equalsverifier.Warning.STRICT_HASHCODE)
                .verify();
    }
}
