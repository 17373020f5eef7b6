package dev.writeback.engine.dotnet;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of applying a pattern to a text. */
public sealed interface PatternOutcome {

    /** The answer to the case that this is. */
    default <R> R match(Function<String, R> text, Supplier<R> none, Supplier<R> runaway) {
        if (this instanceof Text found) {
            return text.apply(found.text());
        }
        return this instanceof None ? none.get() : runaway.get();
    }

    /**
     * A text.
     *
     * @param text what was made or found; may be empty
     */
    record Text(String text) implements PatternOutcome {}

    /** Nothing was found. */
    record None() implements PatternOutcome {}

    /** The pattern was stopped: on this text it takes far more steps, or far deeper ones, than the text is long. */
    record Runaway() implements PatternOutcome {}
}
