package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatedProperties {

    @Example
    void the_newer_statement_wins() {
        Stated<String> older = new Stated<>(Version.of(1), "z");
        Stated<String> newer = new Stated<>(Version.of(2), "a");
        assertThat(Stated.newest(older, newer)).isSameAs(newer);
        assertThat(Stated.newest(newer, older)).isSameAs(newer);
    }

    @Example
    void of_two_with_one_version_the_later_in_the_alphabet_wins() {
        Stated<String> one = new Stated<>(Version.of(1), "a");
        Stated<String> other = new Stated<>(Version.of(1), "b");
        assertThat(Stated.newest(one, other)).isSameAs(other);
        assertThat(Stated.newest(other, one)).isSameAs(other);
    }

    @Property
    void the_winner_does_not_depend_on_who_comes_first(
            @ForAll("statements") Stated<List<AttributeValue>> one,
            @ForAll("statements") Stated<List<AttributeValue>> other) {
        assertThat(Stated.newest(one, other)).isEqualTo(Stated.newest(other, one));
    }

    @Property
    void the_winner_does_not_depend_on_grouping(
            @ForAll("statements") Stated<List<AttributeValue>> one,
            @ForAll("statements") Stated<List<AttributeValue>> two,
            @ForAll("statements") Stated<List<AttributeValue>> three) {
        assertThat(Stated.newest(Stated.newest(one, two), three))
                .isEqualTo(Stated.newest(one, Stated.newest(two, three)));
    }

    @Provide
    Arbitrary<Stated<List<AttributeValue>>> statements() {
        return Combinators.combine(Values.version(), Values.value().list().ofMaxSize(2))
                .as((version, values) -> new Stated<>(version, values))
                .withoutEdgeCases();
    }
}
