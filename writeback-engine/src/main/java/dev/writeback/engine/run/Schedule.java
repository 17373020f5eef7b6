package dev.writeback.engine.run;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs again and again on a thread of its own, with a pause between, which news ends at once. While something cannot be
 * reached the pause doubles, up to a minute, and news waits too.
 */
public final class Schedule implements AutoCloseable {

    /** How often somebody looks for news during a pause: seldom enough to cost nothing, and a second has room for it. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final ScheduledThreadPoolExecutor executor;
    private final Turn turn;
    private final BooleanSupplier news;
    private final Duration interval;

    /** Only touched by the executor's thread. */
    private Duration pause;

    /** Whether to go on after a run. */
    public enum Next {
        /** After the pause, or when there is news. */
        AGAIN,
        /** After a pause that grows, for something cannot be reached. */
        LATER,
        /** Not any more. */
        NEVER
    }

    /** One run of many. */
    @FunctionalInterface
    public interface Turn {

        /** Runs once and says whether to go on. */
        Next take();

        /** One after which there is always another. */
        static Turn always(Runnable work) {
            return () -> {
                work.run();
                return Next.AGAIN;
            };
        }
    }

    private Schedule(Turn turn, BooleanSupplier news, Duration interval) {
        this.turn = turn;
        this.news = news;
        this.interval = interval;
        this.pause = interval;
        this.executor = new ScheduledThreadPoolExecutor(
                1, Threads.named("writeback-schedule"), new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Begins at once, and again so long after each end. A turn that throws is logged, and the next one comes.
     *
     * @param news whether there is something to do before the pause is over; must be cheap
     */
    public static Schedule start(Turn turn, BooleanSupplier news, Duration interval) {
        Schedule schedule = new Schedule(turn, news, interval);
        schedule.executor.execute(schedule::take);
        return schedule;
    }

    /** No further turn begins; one that goes on ends by itself. */
    @Override
    public void close() {
        executor.shutdown();
    }

    private void take() {
        Next next = next();
        if (next == Next.NEVER) {
            executor.shutdown();
        } else if (next == Next.LATER) {
            Duration wait = pause;
            pause = longer(pause, interval);
            after(wait, this::take);
        } else {
            pause = interval;
            await(interval);
        }
    }

    /** Twice the pause, but no more than a minute, and never less than the interval. */
    static Duration longer(Duration pause, Duration interval) {
        if (pause.compareTo(LONGEST) >= 0) {
            return pause;
        }
        Duration twice = pause.multipliedBy(2);
        Duration most = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
        return twice.compareTo(most) < 0 ? twice : most;
    }

    private Next next() {
        try {
            return turn.take();
        } catch (Throwable fault) {
            LOG.error("a run ended in a fault; the next one comes", fault);
            return Next.LATER;
        }
    }

    private void await(Duration left) {
        Duration look = left.compareTo(LOOK) < 0 ? left : LOOK;
        after(look, () -> look(left.minus(look)));
    }

    private void look(Duration left) {
        if (left.isZero() || isNews()) {
            take();
        } else {
            await(left);
        }
    }

    private boolean isNews() {
        try {
            return news.getAsBoolean();
        } catch (Throwable fault) {
            LOG.debug("nobody knows whether there is news", fault);
            return false;
        }
    }

    private void after(Duration delay, Runnable next) {
        var unused = executor.schedule(next, nanos(delay), TimeUnit.NANOSECONDS);
    }

    /** As many as there can be, for a delay of more than 292 years. */
    private static long nanos(Duration delay) {
        return TimeUnit.NANOSECONDS.convert(delay);
    }
}
