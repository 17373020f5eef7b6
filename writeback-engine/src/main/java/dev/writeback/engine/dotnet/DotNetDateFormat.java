package dev.writeback.engine.dotnet;

import java.util.List;
import java.util.Optional;

/**
 * A .NET format string for dates, in English: a standard format if it is one letter, otherwise a custom one.
 *
 * <p>Immutable and safe to share between threads.
 */
final class DotNetDateFormat {

    private static final String SHORT_DATE = "MM/dd/yyyy";
    private static final String LONG_DATE = "dddd, dd MMMM yyyy";
    private static final String SHORT_TIME = "HH:mm";
    private static final String LONG_TIME = "HH:mm:ss";

    private final List<FormatPart> parts;

    private DotNetDateFormat(List<FormatPart> parts) {
        this.parts = parts;
    }

    /** The format of this string; an InvalidSettingException says what is wrong with it. */
    static DotNetDateFormat compile(String format) {
        if (format.isEmpty()) {
            throw new InvalidSettingException("a date format is not empty; yyyy-MM-dd is one");
        }
        return new DotNetDateFormat(DateFormatParser.parse(format.length() == 1 ? standard(format.charAt(0)) : format));
    }

    /**
     * The date that a text says exactly in this format.
     *
     * @param thisYear the year of a text that names none
     */
    Optional<DotNetDate> read(String text, DateTimeStyles styles, int thisYear) {
        TextCursor cursor = new TextCursor(trimmed(text, styles));
        DateFields fields = new DateFields(styles);
        boolean inner = styles.has(DateTimeStyle.ALLOW_INNER_WHITE);
        for (int i = 0; i < parts.size(); i++) {
            if (inner) {
                cursor.skipSpace();
            }
            if (!parts.get(i).read(cursor, fields)) {
                return Optional.empty();
            }
        }
        return cursor.atEnd() ? fields.date(thisYear) : Optional.empty();
    }

    /** The date in this format. */
    String print(DotNetDate date) {
        StringBuilder text = new StringBuilder(32);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).print(date, text);
        }
        return text.toString();
    }

    private static String trimmed(String text, DateTimeStyles styles) {
        int start = 0;
        int end = text.length();
        while (styles.has(DateTimeStyle.ALLOW_LEADING_WHITE)
                && start < end
                && DotNetSpace.isSpace(text.charAt(start))) {
            start++;
        }
        while (styles.has(DateTimeStyle.ALLOW_TRAILING_WHITE)
                && start < end
                && DotNetSpace.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String standard(char letter) {
        return switch (letter) {
            case 'd' -> SHORT_DATE;
            case 'D' -> LONG_DATE;
            case 't' -> SHORT_TIME;
            case 'T' -> LONG_TIME;
            case 'f' -> LONG_DATE + " " + SHORT_TIME;
            case 'F' -> LONG_DATE + " " + LONG_TIME;
            case 'g' -> SHORT_DATE + " " + SHORT_TIME;
            case 'G' -> SHORT_DATE + " " + LONG_TIME;
            case 'M' -> "MMMM dd";
            case 'Y' -> "yyyy MMMM";
            case 's' -> "yyyy-MM-ddTHH:mm:ss";
            case 'u' -> "yyyy-MM-dd HH:mm:ssZ";
            case 'r' -> "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
            case 'o' -> "yyyy-MM-ddTHH:mm:ss.fffffffK";
            default ->
                throw new InvalidSettingException(
                        "a date format of one character is one of the standard formats d D t T f F g G M Y s u r o;"
                                + " put % in front to have the specifier of that name");
        };
    }
}
