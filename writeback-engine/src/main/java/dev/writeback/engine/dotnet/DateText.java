package dev.writeback.engine.dotnet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates as text, in UTC, as the function CDate reads them and as every date is printed. */
public final class DateText {

    private DateText() {}

    /**
     * The moment that a text names: a date as {@code yyyy-MM-dd} or {@code M/d/yyyy}, perhaps a time behind {@code T} or
     * a blank (24 hours, or 12 with AM or PM), with or without seconds and a fraction of up to seven digits, perhaps
     * {@code Z} or an offset. Without an offset it is UTC, without a time midnight. White space around does not count.
     *
     * @return nothing if it is none of that, or not in the years 1 to 9999
     */
    public static Optional<Instant> read(String text) {
        try {
            return new DateTextReader(DotNetSpace.trim(text)).instant().filter(Ticks::isInRange);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The text {@code M/d/yyyy h:mm:ss tt}; what is less than a second is left out. */
    public static String print(Instant instant) {
        LocalDateTime date = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(22)
                .append(date.getMonthValue())
                .append('/')
                .append(date.getDayOfMonth())
                .append('/');
        Digits.append(date.getYear(), 4, text);
        text.append(' ').append((date.getHour() + 11) % 12 + 1).append(':');
        Digits.append(date.getMinute(), 2, text);
        text.append(':');
        Digits.append(date.getSecond(), 2, text);
        return text.append(date.getHour() < 12 ? " AM" : " PM").toString();
    }
}
