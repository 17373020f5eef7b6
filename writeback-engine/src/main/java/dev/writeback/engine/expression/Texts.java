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

    /** A body that works on each value; what is missing stays missing. */
    static Body each(Slots slots, OfText work) {
        Node source = slots.node(0);
        String name = slots.name(0);
        return inputs -> {
            Value value = source.evaluate(inputs);
            return value.isMissing() ? value : each(value, name, work, inputs);
        };
    }

    /** A body that works on each value; what is missing counts as another text. */
    static Body eachOr(String missing, Slots slots, OfText work) {
        Node source = slots.node(0);
        String name = slots.name(0);
        return inputs -> {
            Value value = source.evaluate(inputs);
            return value.isMissing() ? work.apply(missing, inputs) : each(value, name, work, inputs);
        };
    }

    private static Value each(Value value, String name, OfText work, Inputs inputs) {
        if (!(value instanceof Value.Many many)) {
            return work.apply(value.asText(name), inputs);
        }
        List<Value> results = new ArrayList<>(many.values().size());
        for (Value one : many.values()) {
            results.addAll(work.apply(one.asText(name), inputs).all());
        }
        return Value.of(results);
    }
}
