package dev.writeback.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that is to run at a time, once or again and again. */
final class Scheduled<V extends @Nullable Object> extends FutureTask<V> implements RunnableScheduledFuture<V> {

    /** What is due first comes first; of two that are due together, the one that was scheduled first. */
    static final Comparator<Scheduled<?>> ORDER =
            Comparator.<Scheduled<?>, Instant>comparing(Scheduled::due).thenComparing(Scheduled::number);

    /** What a task does about its repetition. */
    enum Rhythm {
        ONCE,
        FIXED_RATE,
        FIXED_DELAY
    }

    private final SettableScheduler scheduler;
    private final long number;
    private final Rhythm rhythm;
    private final Duration period;
    private volatile Instant due;

    Scheduled(SettableScheduler scheduler, Callable<V> work, long number, Instant due, Rhythm rhythm, Duration period) {
        super(work);
        this.scheduler = scheduler;
        this.number = number;
        this.due = due;
        this.rhythm = rhythm;
        this.period = period;
    }

    Instant due() {
        return due;
    }

    long number() {
        return number;
    }

    /** Runs it if nobody has cancelled it, and has it come again if it repeats. */
    void runOnce() {
        if (!scheduler.take(this)) {
            return;
        }
        if (rhythm == Rhythm.ONCE) {
            run();
        } else if (runAndReset()) {
            due = (rhythm == Rhythm.FIXED_RATE ? due : scheduler.clock().instant()).plus(period);
            scheduler.again(this);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        scheduler.take(this);
        return cancelled;
    }

    @Override
    public boolean isPeriodic() {
        return rhythm != Rhythm.ONCE;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(scheduler.clock().instant(), due).truncatedTo(ChronoUnit.NANOS));
    }

    @Override
    public int compareTo(Delayed other) {
        return other instanceof Scheduled<?> it
                ? ORDER.compare(this, it)
                : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
