package dev.writeback.engine.dotnet;

import java.util.function.Function;
import java.util.function.Supplier;

/** What stands at a place of a distinguished name. */
public sealed interface DnComponent {

    /**
     * The component of this number.
     *
     * <p>Escapes are undone (RFC 4514); of a component with several values it is the first; blanks around commas and
     * equals signs do not count. A value in hexadecimal form ({@code #0402...}) stays in it.
     *
     * @param number 1 for the leftmost
     */
    static DnComponent of(String dn, long number) {
        return new DnValues(dn).component(number);
    }

    /** The answer to the case that this is. */
    default <R> R match(Function<String, R> value, Supplier<R> missing, Supplier<R> malformed) {
        if (this instanceof Value component) {
            return value.apply(component.text());
        }
        return this instanceof Missing ? missing.get() : malformed.get();
    }

    /**
     * The component.
     *
     * @param text its value alone, without the name of the attribute
     */
    record Value(String text) implements DnComponent {}

    /** The name has no component of this number. */
    record Missing() implements DnComponent {}

    /** The text is not a distinguished name. */
    record Malformed() implements DnComponent {}
}
