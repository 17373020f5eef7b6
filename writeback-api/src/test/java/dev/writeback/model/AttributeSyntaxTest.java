package dev.writeback.model;

import static dev.writeback.model.AttributeSyntax.ADDRESS;
import static dev.writeback.model.AttributeSyntax.BOOLEAN;
import static dev.writeback.model.AttributeSyntax.CASE_EXACT;
import static dev.writeback.model.AttributeSyntax.CASE_IGNORE;
import static dev.writeback.model.AttributeSyntax.DN;
import static dev.writeback.model.AttributeSyntax.INTEGER;
import static dev.writeback.model.AttributeSyntax.LARGE_INTEGER;
import static dev.writeback.model.AttributeSyntax.OCTETS;
import static dev.writeback.model.AttributeSyntax.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue.Flag;
import dev.writeback.model.AttributeValue.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeSyntaxTest {

    /** What one value and another are to a syntax: one value to the directory, and nothing to write. */
    private enum Relation {
        SAME,
        ONE_VALUE_WRITTEN_ANEW,
        DIFFERENT
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void values_compare_by_their_syntax(AttributeSyntax syntax, Object one, Object other, Relation relation) {
        AttributeValue some = value(one);
        AttributeValue another = value(other);
        boolean oneValue = relation != Relation.DIFFERENT;
        assertThat(syntax.identity(some).equals(syntax.identity(another))).isEqualTo(oneValue);
        assertThat(syntax.identity(another).equals(syntax.identity(some))).isEqualTo(oneValue);
        assertThat(syntax.isOne(some, another)).isEqualTo(oneValue);
        assertThat(syntax.same(some, another)).isEqualTo(relation == Relation.SAME);
        assertThat(syntax.same(another, some)).isEqualTo(relation == Relation.SAME);
        assertThat(syntax.same(List.of(some), List.of(another))).isEqualTo(relation == Relation.SAME);
        if (oneValue) {
            assertThat(syntax.identity(some)).hasSameHashCodeAs(syntax.identity(another));
        }
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                pair(CASE_IGNORE, "R&D", "r&d", Relation.ONE_VALUE_WRITTEN_ANEW),
                pair(CASE_IGNORE, "TITLE", "title", Relation.ONE_VALUE_WRITTEN_ANEW),
                pair(CASE_IGNORE, "É", "é", Relation.ONE_VALUE_WRITTEN_ANEW),
                pair(CASE_IGNORE, "é", "e", Relation.DIFFERENT),
                pair(CASE_IGNORE, "é", "e\u0301", Relation.DIFFERENT),
                pair(CASE_IGNORE, "I", "ı", Relation.DIFFERENT),
                pair(CASE_IGNORE, "i", "İ", Relation.DIFFERENT),
                pair(CASE_IGNORE, "ß", "ss", Relation.DIFFERENT),
                pair(CASE_IGNORE, "ß", "ẞ", Relation.DIFFERENT),
                pair(CASE_IGNORE, "k", "\u212a", Relation.DIFFERENT),
                pair(CASE_IGNORE, "a", "a ", Relation.DIFFERENT),
                pair(CASE_IGNORE, "5", 5L, Relation.SAME),
                pair(CASE_EXACT, "a", "a", Relation.SAME),
                pair(CASE_EXACT, "a", "A", Relation.DIFFERENT),
                pair(INTEGER, 5L, "5", Relation.SAME),
                pair(INTEGER, "0005", "5", Relation.SAME),
                pair(INTEGER, "+5", " 5", Relation.SAME),
                pair(INTEGER, "-2147483642", -2147483642L, Relation.SAME),
                pair(INTEGER, "5", "50", Relation.DIFFERENT),
                pair(INTEGER, "five", "FIVE", Relation.DIFFERENT),
                pair(INTEGER, "٥", "5", Relation.DIFFERENT),
                pair(LARGE_INTEGER, "9223372036854775807", Long.MAX_VALUE, Relation.SAME),
                pair(LARGE_INTEGER, "9223372036854775808", Long.MIN_VALUE, Relation.DIFFERENT),
                pair(LARGE_INTEGER, "00128", "128", Relation.SAME),
                pair(BOOLEAN, new Flag(true), "TRUE", Relation.SAME),
                pair(BOOLEAN, "true", "TRUE", Relation.SAME),
                pair(BOOLEAN, new Flag(true), new Flag(false), Relation.DIFFERENT),
                pair(DN, "CN=Ada, OU=People,DC=x", "cn=ada,ou=people,dc=X", Relation.SAME),
                pair(DN, "CN=Love\\, Ada,DC=x", "CN=Love\\2C Ada,DC=x", Relation.SAME),
                pair(DN, "CN=Love\\, Ada,DC=x", "CN=Love,CN=Ada,DC=x", Relation.DIFFERENT),
                pair(DN, "CN=straße,DC=x", "CN=strasse,DC=x", Relation.DIFFERENT),
                pair(DN, "B:2:AB:CN=Ada,DC=x", "b:2:ab:cn=ada,dc=x", Relation.SAME),
                pair(DN, "not a name", "NOT A NAME", Relation.SAME),
                pair(OCTETS, new Octets("AAAA"), new Octets("AAAA"), Relation.SAME),
                pair(OCTETS, new Octets("AAAA"), new Octets("aaaa"), Relation.DIFFERENT),
                pair(OCTETS, new Octets("AAAA"), "AAAA", Relation.DIFFERENT),
                pair(TIME, "20261120101500.0Z", "20261120101500.0Z", Relation.SAME),
                pair(TIME, "20261120101500.0Z", "20261120101500Z", Relation.DIFFERENT),
                pair(ADDRESS, "SMTP:a@x.example", "smtp:a@x.example", Relation.ONE_VALUE_WRITTEN_ANEW),
                pair(ADDRESS, "smtp:Ada@x.example", "smtp:ada@x.example", Relation.ONE_VALUE_WRITTEN_ANEW),
                pair(ADDRESS, "smtp:a@x.example", "smtp:a@x.example", Relation.SAME),
                pair(ADDRESS, "smtp:a@x.example", "smtp:b@x.example", Relation.DIFFERENT),
                pair(ADDRESS, "smtp:a@x.example", "sip:a@x.example", Relation.DIFFERENT));
    }

    @Test
    void a_swap_of_primaries_is_something_to_write() {
        assertThat(ADDRESS.same(texts("SMTP:a@x", "smtp:b@x"), texts("smtp:a@x", "SMTP:b@x")))
                .isFalse();
        assertThat(ADDRESS.same(texts("SMTP:a@x", "smtp:b@x"), texts("smtp:b@x", "SMTP:a@x")))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_order_of_values_does_not_count(AttributeSyntax syntax) {
        assertThat(syntax.same(texts("1", "2", "3"), texts("3", "1", "2"))).isTrue();
        assertThat(syntax.same(texts("1", "2", "3"), texts("3", "1", "4"))).isFalse();
        assertThat(syntax.same(texts("1", "2"), texts("1", "2", "3"))).isFalse();
        assertThat(syntax.same(texts("1"), List.of())).isFalse();
        assertThat(syntax.same(List.of(), texts("1"))).isFalse();
        assertThat(syntax.same(List.of(), List.of())).isTrue();
    }

    @Test
    void many_values_compare_like_few() {
        String[] numbers = IntStream.range(0, 50).mapToObj(i -> "smtp:a" + i).toArray(String[]::new);
        List<AttributeValue> values = texts(numbers);
        List<AttributeValue> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        assertThat(ADDRESS.same(values, reversed)).isTrue();
        assertThat(CASE_IGNORE.same(values, reversed)).isTrue();
        reversed.set(7, AttributeValue.text(reversed.get(7).toString().toUpperCase(Locale.ROOT)));
        assertThat(ADDRESS.same(values, reversed)).isFalse();
        assertThat(CASE_IGNORE.same(values, reversed)).isFalse();
        reversed.set(7, AttributeValue.text("smtp:b"));
        assertThat(CASE_IGNORE.same(values, reversed)).isFalse();
    }

    @Test
    void a_directory_that_keeps_a_value_in_two_cases_is_not_taken_for_one_that_holds_both_values() {
        assertThat(CASE_IGNORE.same(texts("A", "a"), texts("a", "b"))).isFalse();
        assertThat(CASE_IGNORE.same(texts("a", "b"), texts("A", "a"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void only_octets_are_bytes(AttributeSyntax syntax) {
        assertThat(syntax.isBinary()).isEqualTo(syntax == OCTETS);
    }

    private static List<AttributeValue> texts(String... values) {
        return Stream.of(values).map(AttributeValue::text).toList();
    }

    private static Arguments pair(AttributeSyntax syntax, Object one, Object other, Relation relation) {
        return Arguments.of(syntax, one, other, relation);
    }

    private static AttributeValue value(Object given) {
        if (given instanceof AttributeValue value) {
            return value;
        }
        return given instanceof Long number ? AttributeValue.whole(number) : AttributeValue.text((String) given);
    }
}
