package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeValueTest {

    @Test
    void values_read_as_ldap_sends_them() {
        assertThat(AttributeValue.text("R&D")).hasToString("R&D");
        assertThat(AttributeValue.whole(-2147483642)).hasToString("-2147483642");
        assertThat(new AttributeValue.Flag(true)).hasToString("TRUE");
        assertThat(new AttributeValue.Flag(false)).hasToString("FALSE");
        assertThat(AttributeValue.octets(new byte[] {1, 2})).hasToString("AQI=");
        assertThat(new AttributeValue.Reference(CloudObjectId.of("77c1"))).hasToString("77c1");
    }

    @Test
    void an_empty_value_is_none_and_the_message_says_how_to_clear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.text(""))
                .withMessage("a text value is empty; state an empty list to clear an attribute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.octets(new byte[0]))
                .withMessage("an octet value is empty; state an empty list to clear an attribute");
        assertThatIllegalArgumentException().isThrownBy(() -> new AttributeValue.Octets(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "A", "AAA", "A===", "=", "==", "====", "AA==AA==", "AA-_", "\n"})
    void what_is_not_base64_is_no_octets_unless_only_its_padding_lacks(String text) {
        if (text.equals("AAA")) {
            assertThat(new AttributeValue.Octets(text).base64()).isEqualTo("AAA=");
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AttributeValue.Octets(text))
                    .withMessageContaining("base64");
        }
    }

    @Test
    void octets_have_one_spelling() {
        assertThat(new AttributeValue.Octets("AQI")).isEqualTo(new AttributeValue.Octets("AQI="));
        assertThat(new AttributeValue.Octets("AQJ=")).isEqualTo(new AttributeValue.Octets("AQI="));
    }

    @Test
    void the_bytes_given_out_are_a_copy() {
        AttributeValue.Octets octets = new AttributeValue.Octets("AQI=");
        octets.bytes()[0] = 9;
        assertThat(octets.bytes()).containsExactly(1, 2);
    }

    @Test
    void a_number_is_not_the_text_that_reads_like_it() {
        assertThat(AttributeValue.whole(5)).isNotEqualTo(AttributeValue.text("5"));
    }
}
