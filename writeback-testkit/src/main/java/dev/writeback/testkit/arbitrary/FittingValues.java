package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values that an attribute of a syntax can hold, in the form that a directory gives them. */
final class FittingValues {

    private FittingValues() {}

    /** Values of this syntax in this mood. */
    static Arbitrary<AttributeValue> of(AttributeSyntax syntax, Mood mood) {
        return switch (syntax) {
            case CASE_IGNORE -> Texts.of(mood).map(AttributeValue::text);
            case CASE_EXACT ->
                mood.of(
                                Arbitraries.strings().withCharRange(' ', '~'),
                                Arbitraries.strings().all())
                        .filter(text -> !text.isEmpty())
                        .map(AttributeValue::text);
            case INTEGER -> number(mood.of(few(), Arbitraries.integers().map(Number.class::cast)));
            case LARGE_INTEGER -> number(mood.of(few(), Arbitraries.longs().map(Number.class::cast)));
            case BOOLEAN -> Arbitraries.of("TRUE", "FALSE").map(AttributeValue::text);
            case DN -> Names.dns(mood).map(dn -> AttributeValue.text(dn.value()));
            case OCTETS -> octets(mood);
            case TIME ->
                mood.of(
                                Arbitraries.of("20260101000000.0Z", "20261130235959.0Z"),
                                Arbitraries.of("16010101000000.0Z", "99991231235959.9Z", "20240229120000.0Z"))
                        .map(AttributeValue::text);
            case ADDRESS -> Addresses.of(mood).map(Address::value);
        };
    }

    /** Bytes, one or more. */
    static Arbitrary<AttributeValue> octets(Mood mood) {
        int most = mood == Mood.ORDINARY ? 16 : 100;
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(AttributeValue::octets);
    }

    private static Arbitrary<Number> few() {
        return Arbitraries.integers().between(0, 100).map(Number.class::cast);
    }

    private static Arbitrary<AttributeValue> number(Arbitrary<Number> numbers) {
        return numbers.map(number -> AttributeValue.text(number.toString()));
    }
}
