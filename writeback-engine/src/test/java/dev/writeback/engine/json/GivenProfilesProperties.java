package dev.writeback.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.writeback.engine.mapping.InvalidProfileException;
import dev.writeback.testkit.arbitrary.Hostile;
import dev.writeback.testkit.arbitrary.Ordinary;
import dev.writeback.testkit.arbitrary.ProfileDocument;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** That the testkit's profiles are what it says they are. */
class GivenProfilesProperties {

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void an_ordinary_profile_is_taken(@ForAll @Ordinary ProfileDocument profile) {
        assertThat(refusal(profile)).as(profile.json()).isEmpty();
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void a_hostile_profile_is_taken_or_refused_with_a_reason(@ForAll @Hostile ProfileDocument profile) {
        refusal(profile).ifPresent(refused -> assertThat(refused.problems()).isNotEmpty());
    }

    @Example
    void what_is_no_profile_is_refused() {
        assertThatExceptionOfType(InvalidProfileException.class).isThrownBy(() -> ProfileJson.parse("[]"));
    }

    private static Optional<InvalidProfileException> refusal(ProfileDocument profile) {
        try {
            ProfileJson.parse(profile.json());
            return Optional.empty();
        } catch (InvalidProfileException refused) {
            return Optional.of(refused);
        }
    }
}
