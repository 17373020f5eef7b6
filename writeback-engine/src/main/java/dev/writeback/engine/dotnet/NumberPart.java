package dev.writeback.engine.dotnet;

import java.time.temporal.ChronoField;

/**
 * A field as a number.
 *
 * @param field which
 * @param width the fewest digits; a width of one reads two as well
 */
record NumberPart(Field field, int width) implements FormatPart {

    /** The fields that are printed as numbers. */
    enum Field {
        YEAR(DateFields.Field.YEAR, ChronoField.YEAR, 0, 9999),
        MONTH(DateFields.Field.MONTH, ChronoField.MONTH_OF_YEAR, 1, 12),
        DAY(DateFields.Field.DAY, ChronoField.DAY_OF_MONTH, 1, 31),
        HOUR(DateFields.Field.HOUR, ChronoField.HOUR_OF_DAY, 0, 23),
        HOUR12(DateFields.Field.HOUR12, ChronoField.CLOCK_HOUR_OF_AMPM, 1, 12),
        MINUTE(DateFields.Field.MINUTE, ChronoField.MINUTE_OF_HOUR, 0, 59),
        SECOND(DateFields.Field.SECOND, ChronoField.SECOND_OF_MINUTE, 0, 59);

        private final DateFields.Field read;
        private final ChronoField printed;
        private final int least;
        private final int greatest;

        Field(DateFields.Field read, ChronoField printed, int least, int greatest) {
            this.read = read;
            this.printed = printed;
            this.least = least;
            this.greatest = greatest;
        }
    }

    private static final int LAST_OF_THE_WINDOW = 49;

    @Override
    public boolean read(TextCursor text, DateFields fields) {
        int number = text.number(width, Math.max(width, 2));
        if (isShortYear() && number >= 0) {
            number += number > LAST_OF_THE_WINDOW ? 1900 : 2000;
        }
        return number >= field.least && number <= field.greatest && fields.set(field.read, number);
    }

    @Override
    public void print(DotNetDate date, StringBuilder text) {
        int number = date.fields().get(field.printed);
        Digits.append(isShortYear() ? number % 100 : number, width, text);
    }

    private boolean isShortYear() {
        return field == Field.YEAR && width <= 2;
    }
}
