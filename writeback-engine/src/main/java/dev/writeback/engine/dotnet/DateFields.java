package dev.writeback.engine.dotnet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What has been read of a date so far. */
final class DateFields {

    /** The parts of a date. */
    enum Field {
        YEAR,
        MONTH,
        DAY,
        WEEKDAY,
        /** 0 to 23, or 1 to 12 in {@link #HOUR12}. */
        HOUR,
        HOUR12,
        /** 0 before noon, 1 after. */
        HALF,
        MINUTE,
        SECOND,
        /** Steps of 100 nanoseconds. */
        FRACTION,
        /** Minutes ahead of UTC. */
        OFFSET
    }

    private final DateTimeStyles styles;
    private final Map<Field, Integer> values = new EnumMap<>(Field.class);
    private boolean utc;

    DateFields(DateTimeStyles styles) {
        this.styles = styles;
    }

    DateTimeStyles styles() {
        return styles;
    }

    /** Keeps a value; false if another one was read before. */
    boolean set(Field field, int value) {
        Integer before = values.put(field, value);
        return before == null || before == value;
    }

    /** Keeps that the time is UTC by its letter. */
    boolean setUtc() {
        utc = true;
        return set(Field.OFFSET, 0);
    }

    /** The date that the fields make; nothing if there is none. */
    Optional<DotNetDate> date(int thisYear) {
        try {
            int hour = hour();
            LocalDate day = day(thisYear);
            if (hour < 0
                    || day.getDayOfWeek().getValue() % 7
                            != get(Field.WEEKDAY, day.getDayOfWeek().getValue() % 7)) {
                return Optional.empty();
            }
            LocalTime time =
                    LocalTime.of(hour, get(Field.MINUTE, 0), get(Field.SECOND, 0), get(Field.FRACTION, 0) * 100);
            LocalDateTime fields = day.atTime(time).minusMinutes(get(Field.OFFSET, 0));
            return fields.getYear() < 1 || fields.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(new DotNetDate(fields, kind()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private LocalDate day(int thisYear) {
        boolean none = !has(Field.YEAR) && !has(Field.MONTH) && !has(Field.DAY);
        int missing = none && styles.has(DateTimeStyle.NO_CURRENT_DATE_DEFAULT) ? 1 : thisYear;
        int year = get(Field.YEAR, missing);
        if (year < 1) {
            throw new DateTimeException("there is no year 0");
        }
        return LocalDate.of(year, get(Field.MONTH, 1), get(Field.DAY, 1));
    }

    /** The hour of 24; negative if what was read contradicts itself. */
    private int hour() {
        int half = get(Field.HALF, 0);
        if (has(Field.HOUR12)) {
            int hour = get(Field.HOUR12, 0) % 12 + 12 * half;
            return hour == get(Field.HOUR, hour) ? hour : -1;
        }
        int hour = get(Field.HOUR, 0);
        return has(Field.HALF) && hour / 12 != half ? -1 : hour;
    }

    private DotNetDate.Kind kind() {
        boolean adjust = styles.has(DateTimeStyle.ADJUST_TO_UNIVERSAL);
        if (!has(Field.OFFSET)
                && !styles.has(DateTimeStyle.ASSUME_LOCAL)
                && !styles.has(DateTimeStyle.ASSUME_UNIVERSAL)) {
            return DotNetDate.Kind.UNSPECIFIED;
        }
        boolean kept = utc && styles.has(DateTimeStyle.ROUNDTRIP_KIND);
        return adjust || kept ? DotNetDate.Kind.UTC : DotNetDate.Kind.LOCAL;
    }

    private boolean has(Field field) {
        return values.containsKey(field);
    }

    private int get(Field field, int otherwise) {
        return values.getOrDefault(field, otherwise);
    }
}
