package dev.writeback.engine.expression;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Functions that choose, and that ask whether there is something. Only what is returned is evaluated. */
final class ConditionFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("IIF", "condition, valueIfTrue?, valueIfFalse?", ConditionFunctions::iif),
            Function.of("Switch", "source, defaultValue?, key1, value1?...", ConditionFunctions::choose),
            Function.of("Coalesce", "source1...", ConditionFunctions::coalesce),
            Function.of(
                    "IsNull",
                    "expression",
                    slots ->
                            inputs -> Value.truth(slots.node(0).evaluate(inputs).isMissing())),
            Function.of(
                    "IsNullOrEmpty",
                    "expression",
                    slots -> inputs -> Value.truth(isNothing(slots.node(0).evaluate(inputs)))),
            Function.of(
                    "IsPresent",
                    "expression",
                    slots -> inputs -> Value.truth(!isNothing(slots.node(0).evaluate(inputs)))),
            Function.of("IsString", "expression", ConditionFunctions::isString),
            Function.of("CBool", "expression", ConditionFunctions::truth),
            Function.of("Not", "source", ConditionFunctions::not),
            Function.of("IgnoreFlowIfNullOrEmpty", "expression", ConditionFunctions::ignore),
            Function.of("Error", "message", ConditionFunctions::error));

    private ConditionFunctions() {}

    private static Body iif(Slots slots) {
        if (slots.count() != 3) {
            throw new Misuse(0, "It takes a condition, a value for True and a value for False.");
        }
        Node condition = slots.node(0);
        Node yes = slots.node(1);
        Node no = slots.node(2);
        return inputs -> condition.evaluate(inputs).asTruth("condition") ? yes.evaluate(inputs) : no.evaluate(inputs);
    }

    private static Body choose(Slots slots) {
        if (slots.count() % 2 != 0) {
            throw new Misuse(
                    0, "It takes source and defaultValue, which may be empty, and then pairs of a key and a value.");
        }
        for (int i = 2; i < slots.count(); i += 2) {
            if (!slots.isGiven(i)) {
                throw new Misuse(0, "A key is missing; the key \"\" stands for what is missing or empty.");
            }
        }
        Map<String, Node> constants = new HashMap<>();
        boolean allConstant = true;
        for (int i = 2; i < slots.count(); i += 2) {
            allConstant &= slots.constant(i).isPresent();
            if (allConstant) {
                constants.putIfAbsent(slots.constant(i).get(), slots.node(i + 1));
            }
        }
        return allConstant ? inputs -> ofConstants(slots, constants, inputs) : inputs -> ofKeys(slots, inputs);
    }

    private static Value ofConstants(Slots slots, Map<String, Node> values, Inputs inputs) {
        String source = source(slots, inputs);
        return values.getOrDefault(source, slots.node(1)).evaluate(inputs);
    }

    private static Value ofKeys(Slots slots, Inputs inputs) {
        String source = source(slots, inputs);
        for (int i = 2; i < slots.count(); i += 2) {
            Value key = slots.node(i).evaluate(inputs);
            if (source.equals(key.isMissing() ? "" : key.asText("key"))) {
                return slots.node(i + 1).evaluate(inputs);
            }
        }
        return slots.node(1).evaluate(inputs);
    }

    /** What is missing is found by the key "". */
    private static String source(Slots slots, Inputs inputs) {
        Value source = slots.node(0).evaluate(inputs);
        return source.isMissing() ? "" : source.asText("source");
    }

    static void hintSwitch(Slots slots, int column, List<String> hints) {
        Set<String> keys = new HashSet<>();
        for (int i = 2; i < slots.count(); i += 2) {
            if (slots.constant(i).filter(key -> !keys.add(key)).isPresent()) {
                hints.add("Column %d: Switch has a key twice; the first one counts."
                        .formatted(slots.node(i).column()));
            }
        }
        boolean asks =
                slots.node(0) instanceof Call call && call.function().name().startsWith("Is");
        if (asks && !Set.of("True", "False").containsAll(keys)) {
            hints.add(
                    "Column %d: what Switch chooses by is True or False here, and a key is neither.".formatted(column));
        }
    }

    private static Body coalesce(Slots slots) {
        List<Node> sources = slots.from(0);
        return inputs -> {
            Value none = Value.Missing.CLEARED;
            for (Node source : sources) {
                Value value = source.evaluate(inputs);
                if (!value.isMissing()) {
                    return value;
                }
                none = value == Value.Missing.ABSENT ? value : none;
            }
            return none;
        };
    }

    private static boolean isNothing(Value value) {
        if (value instanceof Value.Many many) {
            return many.values().stream().allMatch(Value::isMissingOrEmpty);
        }
        return value.isMissingOrEmpty();
    }

    private static Body isString(Slots slots) {
        return inputs -> {
            Value value = slots.node(0).evaluate(inputs);
            boolean none = value.isMissing() || value instanceof Value.Many || value instanceof Value.Bytes;
            return Value.truth(!none);
        };
    }

    /** A text may be a number as well. */
    private static Body truth(Slots slots) {
        return inputs -> {
            Value value = slots.node(0).evaluate(inputs);
            OptionalLong number = value instanceof Value.Text text ? Numbers.whole(text.text()) : OptionalLong.empty();
            return Value.truth(number.isPresent() ? number.getAsLong() != 0 : value.asTruth(slots.name(0)));
        };
    }

    private static Body not(Slots slots) {
        return inputs -> {
            Value value = slots.node(0).evaluate(inputs);
            boolean yes = value == Value.Truth.TRUE
                    || (value instanceof Value.Text text && text.text().equalsIgnoreCase("true"));
            return Value.truth(!yes);
        };
    }

    private static Body ignore(Slots slots) {
        return inputs -> {
            Value value = slots.node(0).evaluate(inputs);
            return isNothing(value) ? Value.Dropped.DROPPED : value;
        };
    }

    private static Body error(Slots slots) {
        Node message = slots.node(0);
        boolean redacts = message.has(
                part -> part instanceof Call call && call.function().name().equals("Redact"));
        return inputs -> {
            throw new Fault(
                    "says: " + (redacts ? "[Redact]" : message.evaluate(inputs).asText("message")));
        };
    }
}
