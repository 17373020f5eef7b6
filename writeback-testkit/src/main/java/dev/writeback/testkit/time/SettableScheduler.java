package dev.writeback.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler without threads: what is due runs, in the order of the times it is due at, on the thread that moves the
 * clock. So code that retries in an hour is tested in no time, and always in the same order.
 *
 * <p>What is to run at once runs when the clock is next moved, be it by nothing ({@link #runDue}). What a task throws its
 * future tells, and a task that repeats and throws does not come again, as with any scheduler. Thread-safe.
 *
 * <p>Who waits for what is to run waits for who moves the clock: {@code invokeAll}, {@code invokeAny} and {@code
 * submit(...).get()} never return on the thread that is to move it.
 */
public final class SettableScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final SettableClock clock;
    private final ConcurrentSkipListSet<Scheduled<?>> queue = new ConcurrentSkipListSet<>(Scheduled.ORDER);
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean shut;

    private SettableScheduler(SettableClock clock) {
        this.clock = clock;
    }

    /** One that goes by this clock. */
    public static SettableScheduler by(SettableClock clock) {
        SettableScheduler scheduler = new SettableScheduler(clock);
        clock.follow(scheduler);
        return scheduler;
    }

    /** The clock that it goes by. */
    public SettableClock clock() {
        return clock;
    }

    /** Runs what is due by now, on this thread. */
    public void runDue() {
        clock.advance(Duration.ZERO);
    }

    /** How much waits, be it due or not. */
    public int waiting() {
        return queue.size();
    }

    /** When the next task is due; nothing if none waits. */
    public Optional<Instant> nextDue() {
        return queue.stream().findFirst().map(Scheduled::due);
    }

    @Override
    public void execute(Runnable command) {
        // Nobody asked for a future; what the command throws is lost here as with the scheduler of the JDK.
        var unused = schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(Executors.callable(command), delay, unit, Scheduled.Rhythm.ONCE, Duration.ZERO);
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, delay, unit, Scheduled.Rhythm.ONCE, Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        Duration every = period(period, unit);
        return add(Executors.callable(command), initialDelay, unit, Scheduled.Rhythm.FIXED_RATE, every);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        Duration pause = period(delay, unit);
        return add(Executors.callable(command), initialDelay, unit, Scheduled.Rhythm.FIXED_DELAY, pause);
    }

    /** Takes nothing more; what repeats comes no more, what is to run once still runs when its time has come. */
    @Override
    public void shutdown() {
        shut = true;
        queue.stream().filter(Scheduled::isPeriodic).toList().forEach(task -> task.cancel(false));
    }

    @Override
    public List<Runnable> shutdownNow() {
        shut = true;
        List<Runnable> never = new ArrayList<>(queue);
        queue.clear();
        return never;
    }

    /** Ends at once, as {@link #shutdownNow} does: nobody waits for what is due later. */
    public void close() {
        // Since Java 19 it overrides the one of the JDK, which would wait for ever here.
        var unused = shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut && queue.isEmpty();
    }

    /** Whether it has ended by now; it does not wait, for time does not pass by itself here. */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }

    /** The first task that is due by then. */
    Optional<Scheduled<?>> next(Instant end) {
        return queue.stream().findFirst().filter(task -> !task.due().isAfter(end));
    }

    boolean take(Scheduled<?> task) {
        return queue.remove(task);
    }

    void again(Scheduled<?> task) {
        if (shut) {
            task.cancel(false);
        } else {
            queue.add(task);
        }
    }

    private <V extends @Nullable Object> ScheduledFuture<V> add(
            Callable<V> work, long delay, TimeUnit unit, Scheduled.Rhythm rhythm, Duration period) {
        if (shut) {
            throw new RejectedExecutionException("the scheduler is shut down; make another one");
        }
        Instant due = clock.instant().plusNanos(Math.max(0, unit.toNanos(delay)));
        Scheduled<V> task = new Scheduled<>(this, work, numbers.incrementAndGet(), due, rhythm, period);
        queue.add(task);
        return task;
    }

    private static Duration period(long period, TimeUnit unit) {
        if (period <= 0) {
            throw new IllegalArgumentException(
                    "a task is to repeat every %d %s; say 1 or more".formatted(period, unit));
        }
        return Duration.ofNanos(unit.toNanos(period));
    }
}
