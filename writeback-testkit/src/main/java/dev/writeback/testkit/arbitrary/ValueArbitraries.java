package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import net.jqwik.api.Arbitrary;

/**
 * Values of the types of the API for arbitraries of one's own; a parameter with {@code @ForAll} needs none of this.
 *
 * <pre>{@code
 * Arbitrary<CloudObject> managed = ValueArbitraries.mixed(CloudObject.class).filter(it -> !it.isRemoved());
 * }</pre>
 */
public final class ValueArbitraries {

    private ValueArbitraries() {}

    /**
     * Values of which most are ordinary and some are hostile.
     *
     * @param type a record or a sealed type of the API, {@link Address}, {@link ProfileDocument} or {@link History}
     * @throws IllegalArgumentException if there are no values of such a type
     */
    public static <T> Arbitrary<T> mixed(Class<T> type) {
        return new Derivation(Mood.MIXED).of(type);
    }

    /** The same, all of them ordinary. */
    public static <T> Arbitrary<T> ordinary(Class<T> type) {
        return new Derivation(Mood.ORDINARY).of(type);
    }

    /** The same, all of them hostile. */
    public static <T> Arbitrary<T> hostile(Class<T> type) {
        return new Derivation(Mood.HOSTILE).of(type);
    }

    /** Values that an attribute of a syntax can hold, most of them ordinary. */
    public static Arbitrary<AttributeValue> fitting(AttributeSyntax syntax) {
        return FittingValues.of(syntax, Mood.MIXED);
    }
}
