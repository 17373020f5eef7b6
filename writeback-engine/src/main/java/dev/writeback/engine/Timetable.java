package dev.writeback.engine;

import dev.writeback.engine.run.Schedule;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The one thing that is done again and again, once somebody has started it, until the end. */
final class Timetable {

    private final Life life;
    private @Nullable Schedule schedule;

    Timetable(Life life) {
        this.life = life;
    }

    /**
     * Starts it.
     *
     * @param news whether there is something to do before the pause is over
     * @throws IllegalArgumentException if the interval is not more than zero
     * @throws IllegalStateException if something was started before, or the end has begun
     */
    void begin(Schedule.Turn turn, BooleanSupplier news, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the interval is %s; it must be more than zero".formatted(interval));
        }
        life.exclusively(() -> {
            if (schedule != null) {
                throw new IllegalStateException("this Writeback was started before; build another one");
            }
            schedule = Schedule.start(
                    () -> life.isOver() ? Schedule.Next.NEVER : turn.take(),
                    () -> !life.isOver() && news.getAsBoolean(),
                    interval);
            return schedule;
        });
    }

    /** No further turn begins. */
    void close() {
        if (schedule != null) {
            schedule.close();
        }
    }
}
