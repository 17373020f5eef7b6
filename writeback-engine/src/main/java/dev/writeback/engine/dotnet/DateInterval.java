package dev.writeback.engine.dotnet;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The units in which dates are added and compared, by the rules of Visual Basic's DateAdd and DateDiff, in UTC. */
public enum DateInterval {
    /** {@code yyyy}: years. */
    YEAR("yyyy", 0),
    /** {@code m}: months. */
    MONTH("m", 0),
    /** {@code d}: days. */
    DAY("d", Ticks.PER_DAY),
    /** {@code ww}: weeks, which begin on Sunday. */
    WEEK("ww", 7 * Ticks.PER_DAY),
    /** {@code h}: hours. */
    HOUR("h", Ticks.PER_DAY / 24),
    /** {@code n}: minutes. */
    MINUTE("n", 60 * Ticks.PER_SECOND),
    /** {@code s}: seconds. */
    SECOND("s", Ticks.PER_SECOND);

    private static final long MOST_MONTHS = 12L * 10_000;

    private final String word;
    private final long ticks;

    DateInterval(String word, long ticks) {
        this.word = word;
        this.ticks = ticks;
    }

    /**
     * The interval of this name.
     *
     * @param word {@code yyyy}, {@code m}, {@code d}, {@code ww}, {@code h}, {@code n} or {@code s}
     * @throws InvalidSettingException if it is another word
     */
    public static DateInterval named(String word) {
        for (DateInterval interval : values()) {
            if (interval.word.equals(word)) {
                return interval;
            }
        }
        throw new InvalidSettingException("the interval is one of yyyy (years), m (months), d (days), ww (weeks),"
                + " h (hours), n (minutes) and s (seconds), in small letters");
    }

    /**
     * So many units later, or earlier if there are fewer than none; years and months keep the day of the month or take
     * the last one of a shorter month.
     *
     * @return nothing if it is not in the years 1 to 9999
     */
    public Optional<Instant> add(long units, Instant date) {
        try {
            return switch (this) {
                case YEAR -> months(Math.multiplyExact(units, 12L), date);
                case MONTH -> months(units, date);
                default -> Ticks.instant(Math.addExact(Ticks.of(date), Math.multiplyExact(units, ticks)));
            };
        } catch (ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    /**
     * How many units the second date is after the first; negative if it is before.
     *
     * <p>Years and months count by the calendar alone. Weeks count from the Sunday of one to the Sunday of the other.
     * The rest is the time between, cut towards zero.
     */
    public long difference(Instant first, Instant second) {
        return switch (this) {
            case YEAR -> local(second).getYear() - (long) local(first).getYear();
            case MONTH -> month(second) - month(first);
            case WEEK -> (sunday(second) - sunday(first)) / ticks;
            default -> (Ticks.of(second) - Ticks.of(first)) / ticks;
        };
    }

    private static Optional<Instant> months(long months, Instant date) {
        if (months > MOST_MONTHS || months < -MOST_MONTHS) {
            return Optional.empty();
        }
        Instant sum = local(date).plusMonths(months).toInstant(ZoneOffset.UTC);
        return Ticks.isInRange(sum) ? Optional.of(sum) : Optional.empty();
    }

    private static long month(Instant date) {
        LocalDateTime local = local(date);
        return local.getYear() * 12L + local.getMonthValue();
    }

    /** The ticks of the Sunday on or before, at the same time of day. */
    private static long sunday(Instant date) {
        return Ticks.of(date) - local(date).getDayOfWeek().getValue() % 7 * Ticks.PER_DAY;
    }

    private static LocalDateTime local(Instant date) {
        return LocalDateTime.ofInstant(date, ZoneOffset.UTC);
    }
}
