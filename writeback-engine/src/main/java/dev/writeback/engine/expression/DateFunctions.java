package dev.writeback.engine.expression;

import dev.writeback.engine.dotnet.AdTime;
import dev.writeback.engine.dotnet.DateInterval;
import dev.writeback.engine.dotnet.DateReformat;
import dev.writeback.engine.dotnet.InvalidSettingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/** Functions of dates, all in UTC. */
final class DateFunctions {

    static final List<Function> GROUP = List.of(
            Function.of("CDate", "expression", DateFunctions::date),
            Function.of(
                    "Now", "", slots -> inputs -> new Value.Moment(inputs.now().truncatedTo(ChronoUnit.SECONDS))),
            Function.of("DateAdd", "interval, value, dateTime", DateFunctions::add),
            Function.of("DateDiff", "interval, date1, date2", DateFunctions::difference),
            Function.of("DateFromNum", "value", DateFunctions::fromNumber),
            Function.of("NumFromDate", "value", DateFunctions::toNumber),
            Function.of(
                    "FormatDateTime", "source, dateTimeStyles?, inputFormat?, outputFormat?", DateFunctions::format));

    private static final int WITHOUT_STYLES = 3;
    private static final int STYLES = 1;
    private static final int INPUT = 2;
    private static final int OUTPUT = 3;

    private DateFunctions() {}

    private static Body date(Slots slots) {
        return eachOrNothing(slots, 0, (value, inputs) -> new Value.Moment(value.asDate(slots.name(0))));
    }

    /** What is missing stays missing, and what is empty is missing. */
    private static Body eachOrNothing(Slots slots, int slot, Texts.OfValue work) {
        Node source = slots.node(slot);
        Texts.OfValue unlessEmpty =
                (value, inputs) -> value.isMissingOrEmpty() ? Value.Missing.ABSENT : work.apply(value, inputs);
        return inputs -> {
            Value value = source.evaluate(inputs);
            return value.isMissing() ? value : Texts.each(value, unlessEmpty, inputs);
        };
    }

    private static Body add(Slots slots) {
        Slots.Setting<DateInterval> interval = slots.setting(0, DateInterval::named);
        Slots.Amount amount = slots.number(1);
        return eachOrNothing(slots, 2, (value, inputs) -> {
            long units = amount.of(inputs);
            return interval.of(inputs)
                    .add(units, value.asDate(slots.name(2)))
                    .<Value>map(Value.Moment::new)
                    .orElseThrow(() -> new Fault("leaves the years 1 to 9999"));
        });
    }

    private static Body difference(Slots slots) {
        Slots.Setting<DateInterval> interval = slots.setting(0, DateInterval::named);
        return eachOrNothing(slots, 1, (first, inputs) -> {
            Value second = slots.node(2).evaluate(inputs);
            return second.isMissingOrEmpty()
                    ? (second.isMissing() ? second : Value.Missing.ABSENT)
                    : new Value.Whole(
                            interval.of(inputs).difference(first.asDate(slots.name(1)), second.asDate(slots.name(2))));
        });
    }

    private static Body fromNumber(Slots slots) {
        return eachOrNothing(
                slots,
                0,
                (value, inputs) -> AdTime.of(value.asNumber(slots.name(0)))
                        .match(Value.Moment::new, () -> Value.Missing.ABSENT, () -> {
                            throw new Fault("takes a time of a directory for 'value', and this number is none");
                        }));
    }

    private static Body toNumber(Slots slots) {
        return eachOrNothing(slots, 0, (value, inputs) -> {
            Instant instant = value.asDate(slots.name(0));
            OptionalLong number = AdTime.number(instant);
            if (number.isEmpty()) {
                throw new Fault("takes a date from 1601 on for 'value', and this is before");
            }
            return new Value.Whole(number.getAsLong());
        });
    }

    private static Body format(Slots slots) {
        Slots.Setting<DateReformat> reformat = reformat(slots.count() <= WITHOUT_STYLES ? slots.withGap(1) : slots);
        return eachOrNothing(slots, 0, (value, inputs) -> {
            int year = inputs.now().atOffset(ZoneOffset.UTC).getYear();
            return reformat.of(inputs)
                    .apply(value.asText(slots.name(0)), year)
                    .map(Value::text)
                    .orElseThrow(() -> new Fault("takes a date in the input format for 'source', and this is none"));
        });
    }

    /** Three arguments are source and two formats; with four the styles stand between. */
    private static Slots.Setting<DateReformat> reformat(Slots slots) {
        if (!slots.isGiven(INPUT) || !slots.isGiven(OUTPUT)) {
            throw new Misuse(0, "It takes source, styles, which may be empty, the input format and the output format.");
        }
        slots.setting(INPUT, format -> DateReformat.of(format, format));
        slots.setting(OUTPUT, format -> DateReformat.of(format, format));
        boolean styled = slots.isGiven(STYLES);
        if (styled) {
            slots.setting(STYLES, names -> DateReformat.of(names, "yyyy", "yyyy"));
        }
        boolean constant = slots.constant(INPUT).isPresent()
                && slots.constant(OUTPUT).isPresent()
                && (!styled || slots.constant(STYLES).isPresent());
        Slots.Setting<DateReformat> made = inputs -> {
            String from = text(slots, INPUT, inputs);
            String to = text(slots, OUTPUT, inputs);
            return styled ? DateReformat.of(text(slots, STYLES, inputs), from, to) : DateReformat.of(from, to);
        };
        if (!constant) {
            return inputs -> compiled(made, inputs);
        }
        DateReformat compiled = made.of(NoInputs.NONE);
        return inputs -> compiled;
    }

    private static DateReformat compiled(Slots.Setting<DateReformat> made, Inputs inputs) {
        try {
            return made.of(inputs);
        } catch (InvalidSettingException invalid) {
            throw new Fault("cannot use the formats or styles it gets");
        }
    }

    private static String text(Slots slots, int slot, Inputs inputs) {
        return slots.node(slot).evaluate(inputs).asText(slots.name(slot));
    }
}
