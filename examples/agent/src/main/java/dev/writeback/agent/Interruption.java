package dev.writeback.agent;

import java.util.concurrent.CountDownLatch;

/**
 * Makes SIGTERM and SIGINT wait: what is in flight is finished and everything is printed before the process ends. Closed
 * when all of that is done.
 */
final class Interruption implements AutoCloseable {

    /** What the exit code is after a signal. */
    enum Ending {
        /** That of the signal: the work was cut short. */
        BY_SIGNAL,
        /** 0: a signal is how this kind of work ends. */
        AS_DONE
    }

    private final CountDownLatch over = new CountDownLatch(1);
    private final Ending ending;
    private final Thread hook;
    private volatile Runnable stop = () -> {};

    private Interruption(Ending ending) {
        this.ending = ending;
        this.hook = new Thread(this::interrupted, "interruption");
    }

    static Interruption begin(Ending ending) {
        Interruption interruption = new Interruption(ending);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What a signal does: it asks the work to end, and need not wait for that. */
    void stopsBy(Runnable action) {
        stop = action;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // A signal came, and the hook goes on from here.
            return;
        }
    }

    private void interrupted() {
        stop.run();
        try {
            over.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (ending == Ending.AS_DONE) {
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        }
    }
}
