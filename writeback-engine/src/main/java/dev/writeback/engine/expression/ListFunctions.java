package dev.writeback.engine.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Functions that see all values at once. */
final class ListFunctions {

    static final List<Function> GROUP = List.of(
            Function.of(
                    "Count",
                    "attribute",
                    slots -> inputs ->
                            new Value.Whole(slots.node(0).evaluate(inputs).all().size())),
            Function.of("Item", "attribute, index", ListFunctions::item),
            Function.of("RemoveDuplicates", "attribute", ListFunctions::distinct),
            Function.of("Contains", "attribute, search, caseType?", ListFunctions::contains));

    private ListFunctions() {}

    private static Body item(Slots slots) {
        Slots.Amount which = slots.number(1);
        return inputs -> {
            List<Value> values = slots.node(0).evaluate(inputs).all();
            long index = which.of(inputs);
            if (index < 1 || index > values.size()) {
                throw new Fault("finds no value at 'index', which counts from 1 to the number of values");
            }
            return values.get((int) index - 1);
        };
    }

    private static Body distinct(Slots slots) {
        return inputs -> {
            Value value = slots.node(0).evaluate(inputs);
            return value instanceof Value.Many many
                    ? Value.of(new ArrayList<>(new LinkedHashSet<>(many.values())))
                    : value;
        };
    }

    private static Body contains(Slots slots) {
        UnaryOperator<String> spelling = ignoresCase(slots) ? text -> text.toLowerCase(Locale.ROOT) : text -> text;
        return inputs -> {
            List<Value> values = slots.node(0).evaluate(inputs).all();
            String search = spelling.apply(slots.node(1).evaluate(inputs).asText(slots.name(1)));
            for (int i = 0; i < values.size(); i++) {
                if (spelling.apply(values.get(i).asText(slots.name(0))).contains(search)) {
                    return new Value.Whole(i + 1L);
                }
            }
            return new Value.Whole(0);
        };
    }

    private static boolean ignoresCase(Slots slots) {
        if (!slots.isGiven(2)) {
            return false;
        }
        String word = slots.node(2) instanceof Keyword keyword ? keyword.word() : "";
        if (!word.equals("CaseSensitive") && !word.equals("CaseInsensitive")) {
            throw slots.misuse(2, "is CaseSensitive or CaseInsensitive, without quotation marks");
        }
        return word.equals("CaseInsensitive");
    }
}
