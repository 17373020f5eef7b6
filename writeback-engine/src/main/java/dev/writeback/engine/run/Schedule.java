package dev.writeback.engine.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs again and again on a thread of its own, with a pause between. */
public final class Schedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(Threads.named("writeback-schedule"));

    /** Whether to go on after a run. */
    public enum Next {
        /** After the pause. */
        AGAIN,
        /** Not any more. */
        NEVER
    }

    /** One run of many. */
    @FunctionalInterface
    public interface Turn {

        /** Runs once and says whether to go on. */
        Next take();
    }

    private Schedule() {}

    /** Begins at once, and again so long after each end. A turn that throws is logged, and the next one comes. */
    public static Schedule start(Turn turn, Duration pause) {
        Schedule schedule = new Schedule();
        var unused = schedule.executor.scheduleWithFixedDelay(
                () -> schedule.take(turn), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
        return schedule;
    }

    /** No further turn begins; one that goes on ends by itself. */
    @Override
    public void close() {
        executor.shutdown();
    }

    private void take(Turn turn) {
        try {
            if (turn.take() == Next.NEVER) {
                executor.shutdown();
            }
        } catch (RuntimeException fault) {
            LOG.error("a run ended in a fault; the next one comes", fault);
        }
    }
}
