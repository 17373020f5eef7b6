package dev.writeback.engine.dotnet;

import java.time.temporal.ChronoField;
import java.util.List;

/**
 * A month, a day of the week, or the half of a day by its English name, which reads in any case.
 *
 * @param field which
 * @param names in order
 */
record NamePart(Field field, List<String> names) implements FormatPart {

    /** The fields that have names. */
    enum Field {
        MONTH,
        WEEKDAY,
        HALF
    }

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    private static final List<String> HALVES = List.of("AM", "PM");

    static NamePart month(int letters) {
        return new NamePart(Field.MONTH, letters > 3 ? MONTHS : cut(3, MONTHS));
    }

    static NamePart weekday(int letters) {
        return new NamePart(Field.WEEKDAY, letters > 3 ? DAYS : cut(3, DAYS));
    }

    static NamePart half(int letters) {
        return new NamePart(Field.HALF, letters > 1 ? HALVES : cut(1, HALVES));
    }

    @Override
    public boolean read(TextCursor text, DateFields fields) {
        for (int i = 0; i < names.size(); i++) {
            if (text.acceptAnyCase(names.get(i))) {
                return switch (field) {
                    case MONTH -> fields.set(DateFields.Field.MONTH, i + 1);
                    case WEEKDAY -> fields.set(DateFields.Field.WEEKDAY, i);
                    case HALF -> fields.set(DateFields.Field.HALF, i);
                };
            }
        }
        return false;
    }

    @Override
    public void print(DotNetDate date, StringBuilder text) {
        int index = switch (field) {
            case MONTH -> date.fields().getMonthValue() - 1;
            case WEEKDAY -> date.fields().getDayOfWeek().getValue() % 7;
            case HALF -> date.fields().get(ChronoField.AMPM_OF_DAY);
        };
        text.append(names.get(index));
    }

    private static List<String> cut(int length, List<String> names) {
        return names.stream().map(name -> name.substring(0, length)).toList();
    }
}
