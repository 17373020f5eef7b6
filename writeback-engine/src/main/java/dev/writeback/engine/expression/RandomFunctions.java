package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.GuidText;
import dev.writeback.engine.dotnet.InvalidSettingException;
import dev.writeback.engine.dotnet.RandomText;
import java.util.List;

/** Functions that give another value each time. */
final class RandomFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("Guid", "", slots -> inputs -> Value.text(GuidText.of(inputs.random()))),
            Function.of(
                    "RandomString",
                    "length, minimumNumbers, minimumSpecialCharacters, minimumCapital, minimumLowerCase, charactersToAvoid?",
                    RandomFunctions::random));

    private static final int AVOID = 5;

    private RandomFunctions() {}

    private static Body random(Slots slots) {
        for (int i = 0; i < AVOID; i++) {
            requireAmount(slots, i);
        }
        boolean constant = true;
        for (int i = 0; i < slots.count(); i++) {
            constant &= !slots.isGiven(i) || slots.node(i) instanceof Literal;
        }
        if (!constant) {
            return inputs -> {
                try {
                    return Value.text(recipe(slots, inputs).draw(inputs.random()));
                } catch (InvalidSettingException invalid) {
                    throw new Fault("cannot make a text of these numbers, which the length has to suffice for");
                }
            };
        }
        RandomText recipe = constantRecipe(slots);
        return inputs -> Value.text(recipe.draw(inputs.random()));
    }

    private static void requireAmount(Slots slots, int slot) {
        slots.number(slot);
        boolean negative = slots.constant(slot)
                .flatMap(text -> Numbers.whole(text).stream().boxed().findFirst())
                .filter(number -> number < 0)
                .isPresent();
        if (negative) {
            throw slots.misuse(slot, "is negative; it says how many characters");
        }
    }

    private static RandomText constantRecipe(Slots slots) {
        try {
            return recipe(slots, NoInputs.NONE);
        } catch (InvalidSettingException invalid) {
            throw new Misuse(0, "No text is like this: %s.".formatted(invalid.getMessage()));
        } catch (Fault fault) {
            throw new Misuse(0, "It %s.".formatted(fault.words()));
        }
    }

    private static RandomText recipe(Slots slots, Inputs inputs) {
        Value avoid = slots.node(AVOID).evaluate(inputs);
        return RandomText.of(
                number(slots, 0, inputs),
                number(slots, 1, inputs),
                number(slots, 2, inputs),
                number(slots, 3, inputs),
                number(slots, 4, inputs),
                avoid.isMissing() ? "" : avoid.asText(slots.name(AVOID)));
    }

    private static long number(Slots slots, int slot, Inputs inputs) {
        return slots.node(slot).evaluate(inputs).asNumber(slots.name(slot));
    }
}
