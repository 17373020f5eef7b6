package dev.writeback.engine.dotnet;

/** Offsets from UTC as text, in minutes. */
final class ZoneText {

    /** What an offset is when there is none. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int LARGEST = 14 * 60;

    private ZoneText() {}

    /** A sign and one or two digits, or two for the hours and two for the minutes with or without a colon. */
    static int readLoosely(TextCursor text) {
        int sign = sign(text);
        int digits = text.digits(3);
        int hours = text.number(1, 2);
        if (digits < 2) {
            return offset(sign, hours, 0);
        }
        return text.accept(':') || digits > 2 ? offset(sign, hours, text.number(2, 2)) : offset(sign, hours, 0);
    }

    /** As the .NET specifiers {@code z}, {@code zz} and {@code zzz} read it. */
    static int read(int letters, TextCursor text) {
        int sign = sign(text);
        int hours = text.number(letters == 1 ? 1 : 2, 2);
        if (letters < 3) {
            return offset(sign, hours, 0);
        }
        text.accept(':');
        return offset(sign, hours, text.number(2, 2));
    }

    private static int sign(TextCursor text) {
        if (text.accept('+')) {
            return 1;
        }
        return text.accept('-') ? -1 : 0;
    }

    private static int offset(int sign, int hours, int minutes) {
        int offset = hours * 60 + minutes;
        return sign == 0 || hours < 0 || minutes < 0 || minutes > 59 || offset > LARGEST ? NONE : sign * offset;
    }
}
