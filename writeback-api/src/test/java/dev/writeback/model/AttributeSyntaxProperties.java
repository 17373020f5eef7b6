package dev.writeback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributeSyntaxProperties {

    @Property
    void what_is_the_same_is_one_value_to_the_directory(
            @ForAll AttributeSyntax syntax,
            @ForAll("values") AttributeValue one,
            @ForAll("values") AttributeValue other) {
        if (syntax.same(one, other)) {
            assertThat(syntax.identity(one)).isEqualTo(syntax.identity(other));
        }
        assertThat(syntax.same(one, other)).isEqualTo(syntax.same(other, one));
        assertThat(syntax.same(one, one)).isTrue();
    }

    @Property
    void sameness_of_values_is_transitive(
            @ForAll AttributeSyntax syntax,
            @ForAll("values") AttributeValue one,
            @ForAll("values") AttributeValue two,
            @ForAll("values") AttributeValue three) {
        if (syntax.same(one, two) && syntax.same(two, three)) {
            assertThat(syntax.same(one, three)).isTrue();
        }
    }

    @Property
    void equal_identities_have_equal_hashes(
            @ForAll AttributeSyntax syntax,
            @ForAll("values") AttributeValue one,
            @ForAll("values") AttributeValue other) {
        if (syntax.identity(one).equals(syntax.identity(other))) {
            assertThat(syntax.identity(one)).hasSameHashCodeAs(syntax.identity(other));
        }
    }

    @Property
    void sameness_of_lists_does_not_depend_on_who_asks(
            @ForAll AttributeSyntax syntax,
            @ForAll("lists") List<AttributeValue> some,
            @ForAll("lists") List<AttributeValue> others) {
        assertThat(syntax.same(some, others)).isEqualTo(syntax.same(others, some));
    }

    @Property
    void long_lists_compare_like_short_ones(
            @ForAll AttributeSyntax syntax,
            @ForAll("lists") List<AttributeValue> some,
            @ForAll("lists") List<AttributeValue> others) {
        List<AttributeValue> more = IntStream.range(100, 120)
                .mapToObj(i -> AttributeValue.text(Integer.toString(i)))
                .toList();
        assertThat(syntax.same(joined(some, more), joined(others, more))).isEqualTo(syntax.same(some, others));
    }

    @Property
    void a_shuffled_list_is_the_same(
            @ForAll AttributeSyntax syntax, @ForAll("lists") List<AttributeValue> values, @ForAll long seed) {
        List<AttributeValue> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(syntax.same(values, shuffled)).isTrue();
    }

    @Property
    void lists_are_the_same_only_if_each_value_has_one_that_is_the_same(
            @ForAll AttributeSyntax syntax,
            @ForAll("lists") List<AttributeValue> some,
            @ForAll("lists") List<AttributeValue> others) {
        if (syntax.same(some, others)) {
            assertThat(some).allMatch(one -> others.stream().anyMatch(other -> syntax.same(one, other)));
            assertThat(others).allMatch(other -> some.stream().anyMatch(one -> syntax.same(one, other)));
        }
    }

    private static List<AttributeValue> joined(List<AttributeValue> some, List<AttributeValue> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Provide
    Arbitrary<AttributeValue> values() {
        Arbitrary<AttributeValue> names = Arbitraries.of(
                        "CN=a,DC=x", "cn=A, dc=X", "CN=\\61,DC=x", "CN=b,DC=x", "SMTP:a@x", "smtp:a@x", "05", "5", "+5")
                .map(AttributeValue::text);
        return Arbitraries.oneOf(Values.value(), names).withoutEdgeCases();
    }

    @Provide
    Arbitrary<List<AttributeValue>> lists() {
        return values().list().ofMaxSize(4).uniqueElements().withoutEdgeCases();
    }
}
