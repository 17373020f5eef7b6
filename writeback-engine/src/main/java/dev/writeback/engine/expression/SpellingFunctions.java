package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.Culture;
import dev.writeback.engine.dotnet.Diacritics;
import dev.writeback.engine.dotnet.TitleCase;
import java.util.List;

/** Functions that change letters. */
final class SpellingFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("ToLower", "source, culture?", SpellingFunctions::lower),
            Function.of("ToUpper", "source, culture?", SpellingFunctions::upper),
            Function.of("PCase", "source, wordSeparators?", SpellingFunctions::title),
            Function.of(
                    "NormalizeDiacritics",
                    "source",
                    slots -> Texts.each(slots, (text, inputs) -> Value.text(Diacritics.normalize(text)))));

    private SpellingFunctions() {}

    private static Body lower(Slots slots) {
        Slots.Setting<Culture> culture = culture(slots);
        return Texts.each(slots, (text, inputs) -> Value.text(culture.of(inputs).lower(text)));
    }

    private static Body upper(Slots slots) {
        Slots.Setting<Culture> culture = culture(slots);
        return Texts.each(slots, (text, inputs) -> Value.text(culture.of(inputs).upper(text)));
    }

    private static Slots.Setting<Culture> culture(Slots slots) {
        if (!slots.isGiven(1)) {
            return inputs -> Culture.INVARIANT;
        }
        Node name = slots.node(1);
        Slots.Setting<Culture> named = slots.setting(1, Culture::named);
        return inputs ->
                name instanceof Literal || !name.evaluate(inputs).isMissing() ? named.of(inputs) : Culture.INVARIANT;
    }

    private static Body title(Slots slots) {
        return Texts.each(slots, (text, inputs) -> {
            Value separators = slots.node(1).evaluate(inputs);
            return Value.text(
                    separators.isMissingOrEmpty()
                            ? TitleCase.of(text)
                            : TitleCase.of(text, separators.asText(slots.name(1))));
        });
    }
}
