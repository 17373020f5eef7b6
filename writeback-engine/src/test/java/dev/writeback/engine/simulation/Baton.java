package dev.writeback.engine.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Two stacks of which one goes on at a time: that of the thread that made the baton, and that of a second thread. Whoever
 * has the baton decides when the other one goes on, so what they do together is as deterministic as one thread.
 */
final class Baton implements AutoCloseable {

    private static final int SPINS = 200;

    private final Thread first = Thread.currentThread();
    private final Thread second;
    private volatile boolean isSecondsTurn;
    private volatile boolean closed;
    private @Nullable Runnable work;
    private @Nullable Throwable fault;

    Baton() {
        second = new Thread(this::serve, "simulated-node");
        second.setDaemon(true);
        second.start();
    }

    /** Called on the first stack: begins some work on the second one; returns when it yields or ends. */
    void begin(Runnable onSecond) {
        work = onSecond;
        resume();
    }

    /** Called on the first stack: lets the second one go on until it yields or ends. */
    void resume() {
        isSecondsTurn = true;
        LockSupport.unpark(second);
        await(false);
        Throwable thrown = fault;
        if (thrown != null) {
            fault = null;
            throw new IllegalStateException("the second stack broke", thrown);
        }
    }

    /** Called on the second stack: lets the first one go on until it resumes this one. */
    void yieldToFirst() {
        isSecondsTurn = false;
        LockSupport.unpark(first);
        await(true);
    }

    private void await(boolean turn) {
        for (int i = 0; i < SPINS && isSecondsTurn != turn; i++) {
            Thread.onSpinWait();
        }
        while (isSecondsTurn != turn && !closed) {
            LockSupport.park(this);
        }
    }

    private void serve() {
        await(true);
        while (!closed) {
            Runnable next = work;
            work = null;
            try {
                if (next != null) {
                    next.run();
                }
            } catch (Throwable thrown) {
                fault = thrown;
            }
            yieldToFirst();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(second);
    }
}
