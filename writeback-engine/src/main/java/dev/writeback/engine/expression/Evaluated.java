package dev.writeback.engine.expression;

import dev.writeback.model.AttributeValue;
import java.util.List;

/** What an expression comes to. */
public sealed interface Evaluated {

    /** Values, one at least; text or bytes. */
    record Values(List<AttributeValue> values) implements Evaluated {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** The empty text, or nothing because what it comes from is stated as empty: the target is to be cleared. */
    record Empty() implements Evaluated {}

    /** Nothing, because what it comes from was never stated: the target is left alone. */
    record Absent() implements Evaluated {}

    /** The expression says that the target is left alone ({@code IgnoreFlowIfNullOrEmpty}). */
    record Dropped() implements Evaluated {}

    /**
     * It cannot be evaluated.
     *
     * @param reason one sentence that names function and column, without any value of the object
     */
    record Failed(String reason) implements Evaluated {}
}
