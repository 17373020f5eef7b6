package dev.writeback.engine.run;

import dev.writeback.spi.Outbox;
import dev.writeback.spi.StatusReporter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes statuses from the outbox to the reporter on a thread of its own, so that a slow or broken reporter holds nobody
 * back. Safe for many threads.
 */
public final class Delivery implements AutoCloseable {

    /** What the report of a run counts at most. */
    private static final int COUNTED = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final StatusReporter reporter;
    private final Backoff retry;
    private final Duration patience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread thread;
    private boolean closing;

    /** The number of the last round that was asked for, and of the last one that ended. */
    private long asked;

    private long ended;

    /** The number of the last round that somebody waits for, so that it does not wait for the back-off. */
    private long urgent;

    private long delivered;
    private int failures;

    /** A delivery that tries a reporter that fails again after 1 second, doubling to 1 minute. */
    public static Delivery of(Outbox outbox, StatusReporter reporter) {
        return new Delivery(
                outbox, reporter, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), Duration.ofSeconds(10));
    }

    /**
     * A delivery.
     *
     * @param retry when a reporter that fails is tried again
     * @param patience how long somebody waits for a reporter that takes nothing
     */
    Delivery(Outbox outbox, StatusReporter reporter, Backoff retry, Duration patience) {
        this.outbox = outbox;
        this.reporter = reporter;
        this.retry = retry;
        this.patience = patience;
    }

    /** Says that there may be something to deliver; does not wait. */
    public void wake() {
        lock.lock();
        try {
            ask();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Delivers what there is, and waits for it as long as the reporter takes something.
     *
     * @return how many statuses are undelivered after that; 1,000 for more than that
     */
    public int drain(Brake brake) {
        await();
        try {
            return outbox.undelivered(COUNTED).size();
        } catch (RuntimeException fault) {
            LOG.error("the store failed to hand out statuses", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return 0;
        }
    }

    /** Delivers what the reporter takes, then ends; does nothing the second time. */
    @Override
    public void close() {
        await();
        Thread last = end();
        if (last == null || last == Thread.currentThread()) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(last, patience.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        last.interrupt();
    }

    private @Nullable Thread end() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
            return thread;
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        lock.lock();
        try {
            if (closing || Thread.currentThread() == thread) {
                return;
            }
            ask();
            urgent = asked;
            changed.signalAll();
            awaitRound(asked);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRound(long round) throws InterruptedException {
        long seen = delivered;
        long left = patience.toNanos();
        while (ended < round && left > 0 && thread != null) {
            left = changed.awaitNanos(left);
            if (delivered != seen) {
                seen = delivered;
                left = patience.toNanos();
            }
        }
    }

    private void ask() {
        if (closing) {
            return;
        }
        asked++;
        if (thread == null) {
            thread = Threads.named("writeback-delivery").newThread(this::work);
            thread.start();
        }
        changed.signalAll();
    }

    private void work() {
        try {
            for (long round = nextRound(); round > 0; round = nextRound()) {
                finish(round, deliver());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    /** Whatever ended this thread, the next who asks gets another one. */
    private void leave() {
        lock.lock();
        try {
            thread = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a round is due; 0 if there will be none. */
    private long nextRound() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long wait = retry.after(Math.max(0, failures - 1)).toNanos();
            while (!closing && wait > 0 && !isDue()) {
                if (failures == 0) {
                    changed.await();
                } else {
                    wait = changed.awaitNanos(wait);
                }
            }
            return closing ? 0 : asked;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue() {
        return urgent > ended || (failures == 0 && asked > ended);
    }

    private DeliveryRound.Result deliver() {
        try {
            return new DeliveryRound(outbox, reporter).run(this::progress);
        } catch (RuntimeException fault) {
            LOG.warn("the store failed while statuses were delivered", fault);
            return DeliveryRound.Result.NOT_EMPTIED;
        }
    }

    private void progress() {
        lock.lock();
        try {
            delivered++;
        } finally {
            lock.unlock();
        }
    }

    private void finish(long round, DeliveryRound.Result result) {
        lock.lock();
        try {
            ended = Math.max(ended, round);
            failures = result == DeliveryRound.Result.EMPTIED ? 0 : failures + 1;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
