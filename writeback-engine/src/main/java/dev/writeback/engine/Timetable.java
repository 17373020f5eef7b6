package dev.writeback.engine;

import dev.writeback.engine.run.Schedule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one Writeback does again and again: one thing at most. For one thread at a time. */
final class Timetable implements AutoCloseable {

    private @Nullable Schedule schedule;

    /**
     * Begins it.
     *
     * @throws IllegalStateException if something was begun before
     */
    Schedule begin(Schedule.Turn turn, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the interval is %s; it must be more than zero".formatted(interval));
        }
        if (schedule != null) {
            throw new IllegalStateException("this Writeback was started before; build another one");
        }
        Schedule begun = Schedule.start(turn, interval);
        schedule = begun;
        return begun;
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.close();
        }
    }
}
