package dev.writeback.engine.dotnet;

import java.time.temporal.ChronoField;

/**
 * A fraction of a second, cut and not rounded.
 *
 * @param width how many digits, 1 to 7
 * @param shape whether there are always so many
 */
record FractionPart(int width, Shape shape) implements FormatPart {

    /** The ways to write a fraction. */
    enum Shape {
        /** All digits. */
        FIXED,
        /** Without the zeros at the end. */
        SHORT,
        /** The same with a point in front, which is left out with the last digit. */
        POINTED
    }

    private static final int FINEST = 7;

    @Override
    public boolean read(TextCursor text, DateFields fields) {
        if (shape == Shape.POINTED && !text.accept('.')) {
            return true;
        }
        int digits = text.digits(width);
        if (shape == Shape.FIXED && digits < width) {
            return false;
        }
        int fraction = digits == 0 ? 0 : text.number(digits, digits);
        return fields.set(DateFields.Field.FRACTION, fraction * power(FINEST - digits));
    }

    @Override
    public void print(DotNetDate date, StringBuilder text) {
        int fraction = date.fields().get(ChronoField.NANO_OF_SECOND) / 100 / power(FINEST - width);
        int shown = width;
        while (shape != Shape.FIXED && shown > 0 && fraction % 10 == 0) {
            fraction /= 10;
            shown--;
        }
        if (shown > 0) {
            text.append(shape == Shape.POINTED ? "." : "");
            Digits.append(fraction, shown, text);
        }
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
