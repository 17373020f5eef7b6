package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.DotNetPattern;
import dev.writeback.engine.dotnet.PatternOutcome;

/** Replace, which does five different things. What it does is said by the arguments that are given. */
final class Replacing {

    static final Function FUNCTION = Function.of(
            "Replace",
            "source, oldValue?, regexPattern?, regexGroupName?, replacementValue?, replacementAttributeName?, template?",
            Replacing::bind);

    private static final int OLD = 1;
    private static final int PATTERN = 2;
    private static final int GROUP = 3;
    private static final int VALUE = 4;
    private static final int ATTRIBUTE = 5;
    private static final int TEMPLATE = 6;

    private static final String FORMS = "it takes one of these besides source: oldValue and replacementValue;"
            + " oldValue and template; regexPattern and replacementValue;"
            + " regexPattern, regexGroupName and replacementValue;"
            + " regexPattern, regexGroupName and replacementAttributeName";

    private Replacing() {}

    private static Body bind(Slots slots) {
        int given = 0;
        for (int slot = OLD; slot <= TEMPLATE; slot++) {
            given |= slots.isGiven(slot) ? 1 << slot : 0;
        }
        if (given == bits(OLD, VALUE)) {
            return old(slots);
        } else if (given == bits(OLD, TEMPLATE)) {
            return template(slots);
        } else if (given == bits(PATTERN, VALUE)) {
            return pattern(slots);
        } else if (given == bits(PATTERN, GROUP, VALUE)) {
            return group(slots);
        } else if (given == bits(PATTERN, GROUP, ATTRIBUTE)) {
            return other(slots);
        } else if (given == bits(OLD, PATTERN) && slots.count() == 3) {
            throw new Misuse(0, "Three arguments are Connect Sync's Replace; write Replace(source, old, , , new, , ).");
        }
        throw new Misuse(0, "These arguments do not go together; %s.".formatted(FORMS));
    }

    private static int bits(int... slots) {
        int bits = 0;
        for (int slot : slots) {
            bits |= 1 << slot;
        }
        return bits;
    }

    private static Body old(Slots slots) {
        requireText(slots);
        return Texts.each(slots, (text, inputs) -> {
            String old = sought(slots, inputs);
            return Value.text(text.replace(old, text(slots, VALUE, inputs)));
        });
    }

    private static Body template(Slots slots) {
        requireText(slots);
        return Texts.each(slots, (text, inputs) -> {
            String old = sought(slots, inputs);
            return Value.text(text(slots, TEMPLATE, inputs).replace(old, text));
        });
    }

    private static Body pattern(Slots slots) {
        Slots.Setting<DotNetPattern> pattern = slots.setting(PATTERN, DotNetPattern::compile);
        return Texts.each(
                slots, (text, inputs) -> value(pattern.of(inputs).replace(text, text(slots, VALUE, inputs)), text));
    }

    private static Body group(Slots slots) {
        Slots.Setting<DotNetPattern> pattern = slots.setting(PATTERN, DotNetPattern::compile);
        requireGroup(slots, pattern);
        return Texts.each(slots, (text, inputs) -> {
            DotNetPattern compiled = pattern.of(inputs);
            return value(
                    compiled.replaceGroup(text, groupOf(slots, compiled, inputs), text(slots, VALUE, inputs)), text);
        });
    }

    private static Body other(Slots slots) {
        Slots.Setting<DotNetPattern> pattern = slots.setting(PATTERN, DotNetPattern::compile);
        requireGroup(slots, pattern);
        return inputs -> {
            Value source = slots.node(0).evaluate(inputs);
            if (!source.isMissingOrEmpty()) {
                return source;
            }
            Value other = slots.node(ATTRIBUTE).evaluate(inputs);
            if (other.isMissing()) {
                return other;
            }
            DotNetPattern compiled = pattern.of(inputs);
            String text = other.asText(slots.name(ATTRIBUTE));
            return compiled.find(text, groupOf(slots, compiled, inputs))
                    .match(Value::text, () -> Value.Missing.ABSENT, Replacing::runaway);
        };
    }

    private static Value value(PatternOutcome outcome, String unchanged) {
        return outcome.match(Value::text, () -> Value.text(unchanged), Replacing::runaway);
    }

    private static Value runaway() {
        throw new Fault("was stopped, because 'regexPattern' takes far too many steps on this text;"
                + " write a pattern without a repetition inside a repetition");
    }

    private static void requireText(Slots slots) {
        if (slots.constant(OLD).filter(String::isEmpty).isPresent()) {
            throw slots.misuse(OLD, "is empty; it is the text to be replaced");
        }
    }

    private static void requireGroup(Slots slots, Slots.Setting<DotNetPattern> pattern) {
        boolean known =
                slots.constant(PATTERN).isPresent() && slots.constant(GROUP).isPresent();
        if (known && !pattern.of(NoInputs.NONE).hasGroup(slots.constant(GROUP).get())) {
            throw slots.misuse(GROUP, "is no group of the pattern");
        }
    }

    private static String groupOf(Slots slots, DotNetPattern pattern, Inputs inputs) {
        String group = text(slots, GROUP, inputs);
        if (!pattern.hasGroup(group)) {
            throw new Fault("finds no group of the name in 'regexGroupName' in the pattern");
        }
        return group;
    }

    private static String sought(Slots slots, Inputs inputs) {
        String old = text(slots, OLD, inputs);
        if (old.isEmpty()) {
            throw new Fault("has nothing to replace, for 'oldValue' is empty");
        }
        return old;
    }

    private static String text(Slots slots, int slot, Inputs inputs) {
        return slots.node(slot).evaluate(inputs).asText(slots.name(slot));
    }
}
