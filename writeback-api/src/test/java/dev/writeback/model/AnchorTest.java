package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorTest {

    static Stream<Anchor> one_of_each() {
        return Stream.of(
                new Anchor.ImmutableId(ObjectGuid.ofBase64("q83vEjRWeJCrze8SNFZ4kA==")),
                new Anchor.ExternalDirectoryObjectId("User_5f0e8b1c"),
                new Anchor.SecurityIdentifier("S-1-5-21-1-2-3-1104"),
                new Anchor.DistinguishedName(Dn.of("CN=Ada,DC=x")));
    }

    @Test
    void there_is_one_anchor_for_each_kind() {
        assertThat(one_of_each().map(Anchor::kind)).containsExactly(Anchor.Kind.values());
    }

    @Test
    void anchors_read_as_people_call_them() {
        assertThat(one_of_each().map(Anchor::toString))
                .containsExactly(
                        "immutable id q83vEjRWeJCrze8SNFZ4kA==",
                        "external directory object id User_5f0e8b1c",
                        "security identifier S-1-5-21-1-2-3-1104",
                        "distinguished name CN=Ada,DC=x");
    }

    @ParameterizedTest
    @MethodSource("one_of_each")
    void an_anchor_equals_itself_alone(Anchor anchor) {
        assertThat(one_of_each().filter(anchor::equals)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-1-5-18", "S-1-5-32-544", "S-1-5-21-4294967295-1-2-500", "S-1-0-0"})
    void a_security_identifier_has_numbers_after_s_1(String text) {
        assertThat(new Anchor.SecurityIdentifier(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "S-1", "S-1-5", "S-2-5-18", "s-1-5-18", "S-1-5-", "S-1-5-18 ", "S-1-5-٥", "AQUAAAAAAAUV"})
    void anything_else_is_none_and_the_message_shows_one(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Anchor.SecurityIdentifier(text))
                .withMessageContaining("is not a security identifier, which reads like S-1-5-21-1-2-3-1104");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void an_external_directory_object_id_is_not_empty(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Anchor.ExternalDirectoryObjectId(text));
    }
}
