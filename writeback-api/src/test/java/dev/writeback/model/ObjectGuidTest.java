package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.UUID;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectGuidTest {

    private static final String SAMPLE = "q83vEjRWeJCrze8SNFZ4kA==";

    @Test
    void an_immutable_id_is_base64_of_bytes_in_the_order_of_microsoft() {
        ObjectGuid guid = ObjectGuid.ofBase64(SAMPLE);
        assertThat(HexFormat.of().formatHex(guid.toBytes())).isEqualTo("abcdef1234567890abcdef1234567890");
        assertThat(guid).hasToString("12efcdab-5634-9078-abcd-ef1234567890");
        assertThat(guid.uuid()).isEqualTo(UUID.fromString("12efcdab-5634-9078-abcd-ef1234567890"));
        assertThat(guid.toBase64()).isEqualTo(SAMPLE);
    }

    @Test
    void the_first_three_groups_are_little_endian_and_the_last_two_are_not() {
        byte[] bytes = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        assertThat(ObjectGuid.ofBytes(bytes)).hasToString("33221100-5544-7766-8899-aabbccddeeff");
    }

    @Test
    void bytes_above_127_keep_their_sign_to_themselves() {
        byte[] bytes = HexFormat.of().parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0");
        assertThat(ObjectGuid.ofBytes(bytes)).hasToString("fcfdfeff-fafb-f8f9-f7f6-f5f4f3f2f1f0");
        assertThat(ObjectGuid.ofBytes(bytes).toBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"'',0", "AAAA,3", "q83vEjRWeJCrze8SNFZ4,15", "q83vEjRWeJCrze8SNFZ4kJA=,17"})
    void an_immutable_id_of_another_length_is_refused_and_the_length_named(String immutableId, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectGuid.ofBase64(immutableId))
                .withMessage("an immutable id is the base64 of 16 bytes, this decodes to %d", length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "q83vEjRWeJCrze8SNFZ4kA=", "q83vEjRWeJCrze8SNFZ4kA==\n", "q83v-jRWeJCrze8SNFZ4kA=="})
    void an_immutable_id_that_is_not_base64_is_refused_and_not_shown(String immutableId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectGuid.ofBase64(immutableId))
                .withMessage("an immutable id is the base64 of 16 bytes, this is not base64");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 32})
    void bytes_of_another_length_are_refused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectGuid.ofBytes(new byte[length]))
                .withMessage("a GUID has 16 bytes, these are %d", length);
    }

    @Test
    void the_bytes_given_out_are_a_copy() {
        ObjectGuid guid = ObjectGuid.ofBase64(SAMPLE);
        guid.toBytes()[0] = 0;
        assertThat(guid.toBase64()).isEqualTo(SAMPLE);
    }

    @Test
    void equality_keeps_its_contract() {
        EqualsVerifier.forClass(ObjectGuid.class).verify();
    }
}
