package dev.writeback.engine.run;

import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets so many writes a second through, over all threads, evenly: unused ones do not pile up. */
final class RateLimit implements AutoCloseable {

    private static final long SHORTEST_BEAT = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable Semaphore permits;
    private final @Nullable ScheduledExecutorService beat;

    private RateLimit(@Nullable Semaphore permits, @Nullable ScheduledExecutorService beat) {
        this.permits = permits;
        this.beat = beat;
    }

    /** No limit at all. */
    static RateLimit none() {
        return new RateLimit(null, null);
    }

    /** So many a second, 1 or more; no limit at all where there is no number. */
    static RateLimit of(OptionalInt perSecond) {
        return perSecond.isPresent() ? of(perSecond.getAsInt()) : none();
    }

    /** So many a second; 1 or more. */
    static RateLimit of(int perSecond) {
        long period = Math.max((SECOND + perSecond - 1) / perSecond, SHORTEST_BEAT);
        Semaphore permits = new Semaphore(1, true);
        Allowance allowance = new Allowance(permits, perSecond * period);
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(Threads.named("writeback-rate"));
        var unused = beat.scheduleAtFixedRate(allowance, period, period, TimeUnit.NANOSECONDS);
        return new RateLimit(permits, beat);
    }

    /** Waits until one may go through. */
    void acquire() throws InterruptedException {
        if (permits != null) {
            permits.acquire();
        }
    }

    @Override
    public void close() {
        if (beat != null) {
            beat.shutdownNow();
        }
    }

    /** Gives out what a beat is worth; a part of a permit is kept for the next beat. */
    private static final class Allowance implements Runnable {
        private final Semaphore permits;
        private final long worth;
        private final int room;
        private long saved;

        Allowance(Semaphore permits, long worth) {
            this.permits = permits;
            this.worth = worth;
            this.room = (int) Math.max(1, worth / SECOND);
        }

        @Override
        public void run() {
            saved += worth;
            int whole = (int) (saved / SECOND);
            saved %= SECOND;
            int missing = room - permits.availablePermits();
            if (missing > 0 && whole > 0) {
                permits.release(Math.min(whole, missing));
            }
        }
    }
}
