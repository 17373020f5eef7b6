package dev.writeback.engine.dotnet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the forms of {@link DateText}; null or nothing where the text has none of them. */
final class DateTextReader {

    private static final int FRACTION = 7;

    private final TextCursor text;

    DateTextReader(String text) {
        this.text = new TextCursor(text);
    }

    /** The moment; throws a DateTimeException for a day or a time that does not exist. */
    Optional<Instant> instant() {
        int first = text.number(4, 4);
        boolean iso = first != TextCursor.NONE;
        LocalDate date = iso ? isoDate(first) : usDate();
        if (date == null) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.MIDNIGHT;
        if (text.accept(' ') || (iso && text.accept('T'))) {
            time = iso ? time(text.number(2, 2)) : usTime();
        }
        if (time == null) {
            return Optional.empty();
        }
        int offset = offset();
        return text.atEnd() && offset != ZoneText.NONE
                ? Optional.of(date.atTime(time).toInstant(ZoneOffset.UTC).minusSeconds(60L * offset))
                : Optional.empty();
    }

    private @Nullable LocalDate isoDate(int year) {
        int month = text.accept('-') ? text.number(2, 2) : TextCursor.NONE;
        int day = text.accept('-') ? text.number(2, 2) : TextCursor.NONE;
        return month == TextCursor.NONE || day == TextCursor.NONE ? null : LocalDate.of(year, month, day);
    }

    private @Nullable LocalDate usDate() {
        int month = text.number(1, 2);
        int day = text.accept('/') ? text.number(1, 2) : TextCursor.NONE;
        int year = text.accept('/') ? text.number(4, 4) : TextCursor.NONE;
        return month == TextCursor.NONE || day == TextCursor.NONE || year == TextCursor.NONE
                ? null
                : LocalDate.of(year, month, day);
    }

    private @Nullable LocalTime usTime() {
        int hour = text.number(1, 2);
        LocalTime time = time(hour);
        if (time == null || !text.accept(' ')) {
            return time;
        }
        boolean afternoon = text.acceptAnyCase("PM");
        if (hour < 1 || hour > 12 || !(afternoon || text.acceptAnyCase("AM"))) {
            return null;
        }
        return time.withHour(hour % 12 + (afternoon ? 12 : 0));
    }

    private @Nullable LocalTime time(int hour) {
        int minute = text.accept(':') ? text.number(2, 2) : TextCursor.NONE;
        if (hour == TextCursor.NONE || minute == TextCursor.NONE) {
            return null;
        }
        if (!text.accept(':')) {
            return LocalTime.of(hour, minute);
        }
        int second = text.number(2, 2);
        int fraction = text.accept('.') ? fraction() : 0;
        return second == TextCursor.NONE || fraction == TextCursor.NONE
                ? null
                : LocalTime.of(hour, minute, second, fraction * 100);
    }

    private int fraction() {
        int digits = text.digits(FRACTION);
        int fraction = text.number(1, FRACTION);
        for (int i = digits; i < FRACTION && fraction > 0; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    /** Minutes; zero without an offset. */
    private int offset() {
        if (text.atEnd() || text.accept('Z')) {
            return 0;
        }
        return ZoneText.readLoosely(text);
    }
}
