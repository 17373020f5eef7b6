package dev.writeback.engine;

import dev.writeback.engine.run.Brake;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** When something may be done: until the end, and of what cannot be done at the same time one after the other. */
final class Life {

    private final ReentrantLock running = new ReentrantLock();
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private volatile boolean over;

    /** Whether the end has begun. */
    boolean isOver() {
        return over;
    }

    /** A brake that pulls itself when the end begins. */
    Brake brake() {
        return new Brake(this::isOver);
    }

    /**
     * Does something that the end waits for.
     *
     * @throws IllegalStateException if the end has begun
     */
    <R> R alive(Supplier<R> work) {
        requireOpen();
        life.readLock().lock();
        try {
            requireOpen();
            return work.get();
        } finally {
            life.readLock().unlock();
        }
    }

    /** As {@link #alive}, one after the other. */
    <R> R exclusively(Supplier<R> work) {
        return alive(() -> {
            running.lock();
            try {
                return work.get();
            } finally {
                running.unlock();
            }
        });
    }

    /** Begins the end, and does the last thing when all else is done; from within something it only begins it. */
    void end(Runnable last) {
        over = true;
        if (life.getReadHoldCount() > 0) {
            return;
        }
        life.writeLock().lock();
        try {
            last.run();
        } finally {
            life.writeLock().unlock();
        }
    }

    /** Asked before the lock too: whoever comes while it ends must not wait for that. */
    private void requireOpen() {
        if (over) {
            throw new IllegalStateException("this Writeback is closed; build another one");
        }
    }
}
