package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VersionProperties {

    @Property
    void none_is_older_than_anything(@ForAll long number) {
        assertThat(Version.of(number).isAfter(Version.NONE)).isTrue();
        assertThat(Version.NONE.isAfter(Version.of(number))).isFalse();
    }

    @Property
    void what_arrives_without_a_version_is_newer_than_what_is_known_and_older_than_the_next_number(
            @ForAll("versions") Version known) {
        assertThat(known.next().isAfter(known)).isTrue();
        if (known.number() < Long.MAX_VALUE) {
            assertThat(Version.of(known.number() + 1).isAfter(known.next().next()))
                    .isTrue();
        }
    }

    @Property
    void numbers_decide(@ForAll long one, @ForAll long other) {
        assertThat(Version.of(one).compareTo(Version.of(other))).isEqualTo(Long.compare(one, other));
    }

    @Property
    void one_of_two_is_the_newest(@ForAll("versions") Version one, @ForAll("versions") Version other) {
        Version newest = Version.newest(one, other);
        assertThat(newest).isIn(one, other).isEqualTo(Version.newest(other, one));
        assertThat(one.isAfter(newest) || other.isAfter(newest)).isFalse();
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    }

    @Example
    void a_tick_below_zero_belongs_to_none_alone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(5, -1));
        assertThat(new Version(Version.NONE.number(), Version.NONE.tick())).isEqualTo(Version.NONE);
    }

    @Provide
    Arbitrary<Version> versions() {
        return Values.version();
    }
}
