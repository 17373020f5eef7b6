package dev.writeback.engine.expression;

import java.util.ArrayList;
import java.util.List;

/** Functions of one text: each value of the first argument by itself. */
final class Texts {

    private Texts() {}

    /** What becomes of one text. */
    @FunctionalInterface
    interface OfText {
        Value apply(String text, Inputs inputs);
    }

    /** What becomes of one value. */
    @FunctionalInterface
    interface OfValue {
        Value apply(Value value, Inputs inputs);
    }

    /** A body that works on each value; what is missing stays missing. */
    static Body each(Slots slots, OfText work) {
        String name = slots.name(0);
        return eachValue(slots, (value, inputs) -> work.apply(value.asText(name), inputs));
    }

    /** The same, for a work that takes more than texts. */
    static Body eachValue(Slots slots, OfValue work) {
        Node source = slots.node(0);
        return inputs -> {
            Value value = source.evaluate(inputs);
            return value.isMissing() ? value : each(value, work, inputs);
        };
    }

    /** A body that works on each value; what is missing counts as another text. */
    static Body eachOr(String missing, Slots slots, OfText work) {
        Node source = slots.node(0);
        String name = slots.name(0);
        return inputs -> {
            Value value = source.evaluate(inputs);
            return value.isMissing()
                    ? work.apply(missing, inputs)
                    : each(value, (one, same) -> work.apply(one.asText(name), same), inputs);
        };
    }

    /** What becomes of each value of one, or of several; what becomes missing is left out. */
    static Value each(Value value, OfValue work, Inputs inputs) {
        if (!(value instanceof Value.Many many)) {
            return work.apply(value, inputs);
        }
        List<Value> results = new ArrayList<>(many.values().size());
        for (Value one : many.values()) {
            results.addAll(work.apply(one, inputs).all());
        }
        return Value.of(results);
    }
}
