package dev.writeback.engine.dotnet;

import java.time.Instant;
import java.util.Optional;

/** Time as .NET counts it: steps of 100 nanoseconds since the beginning of year 1, up to the end of year 9999. */
final class Ticks {

    static final long PER_SECOND = 10_000_000;
    static final long PER_DAY = 86_400 * PER_SECOND;

    /** The steps up to the beginning of 1601. */
    static final long BEFORE_1601 = 504_911_232_000_000_000L;

    private static final int NANOS = 100;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final long LAST = 3_155_378_975_999_999_999L;

    private Ticks() {}

    /** The steps up to an instant; what is less than a step does not count. */
    static long of(Instant instant) {
        return (instant.getEpochSecond() - FIRST.getEpochSecond()) * PER_SECOND + instant.getNano() / NANOS;
    }

    /** The instant after so many steps; nothing if it is not in the years 1 to 9999. */
    static Optional<Instant> instant(long ticks) {
        return ticks < 0 || ticks > LAST
                ? Optional.empty()
                : Optional.of(FIRST.plusSeconds(ticks / PER_SECOND).plusNanos(ticks % PER_SECOND * NANOS));
    }

    /** Whether an instant is in the years 1 to 9999. */
    static boolean isInRange(Instant instant) {
        long seconds = instant.getEpochSecond() - FIRST.getEpochSecond();
        return seconds >= 0 && seconds <= LAST / PER_SECOND;
    }
}
