package dev.writeback.engine.dotnet;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a time of Active Directory says: a count of 100-nanosecond steps since the beginning of 1601 in UTC. */
public sealed interface AdTime {

    /** What the number says: zero and the greatest number there is are {@link Never}, as in {@code accountExpires}. */
    static AdTime of(long number) {
        if (number == 0 || number == Long.MAX_VALUE) {
            return new Never();
        }
        if (number < 0 || number > Long.MAX_VALUE - Ticks.BEFORE_1601) {
            return new Impossible();
        }
        return Ticks.instant(number + Ticks.BEFORE_1601).<AdTime>map(At::new).orElseGet(Impossible::new);
    }

    /** The number of an instant; nothing if it is before 1601. */
    static OptionalLong number(Instant instant) {
        long number = Ticks.of(instant) - Ticks.BEFORE_1601;
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** The answer to the case that this is. */
    default <R> R match(Function<Instant, R> at, Supplier<R> never, Supplier<R> impossible) {
        if (this instanceof At moment) {
            return at.apply(moment.instant());
        }
        return this instanceof Never ? never.get() : impossible.get();
    }

    /**
     * A moment.
     *
     * @param instant when
     */
    record At(Instant instant) implements AdTime {}

    /** No moment: never. */
    record Never() implements AdTime {}

    /** No time: a negative number, or one behind the year 9999. */
    record Impossible() implements AdTime {}
}
