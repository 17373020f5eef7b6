package dev.writeback.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same work several times side by side. */
@FunctionalInterface
interface Crew {

    /**
     * Does the work with so many workers and waits until all are done. If the waiting thread is interrupted, it tells so,
     * waits on, since a write in flight is not cut off, and stays interrupted.
     *
     * @throws IllegalStateException if the work of one of them ended in an error
     */
    void run(int workers, Runnable work, Runnable interrupted);

    /** A crew in which each worker has a thread of its own. */
    static Crew ofThreads() {
        return Crew::onThreads;
    }

    private static void onThreads(int threads, Runnable work, Runnable interrupted) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, Threads.numbered("writeback-worker"));
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(executor.submit(work));
        }
        executor.shutdown();
        Optional<Throwable> fault = Optional.empty();
        for (Future<?> one : all) {
            Optional<Throwable> end = await(one, interrupted);
            fault = fault.or(() -> end);
        }
        fault.ifPresent(cause -> {
            throw new IllegalStateException(
                    "a worker of the run ended in a " + cause.getClass().getName(), cause);
        });
    }

    private static Optional<Throwable> await(Future<?> one, Runnable interrupted) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    one.get();
                    return Optional.empty();
                } catch (InterruptedException stop) {
                    wasInterrupted = true;
                    interrupted.run();
                }
            }
        } catch (ExecutionException broken) {
            return Optional.of(broken.getCause() == null ? broken : broken.getCause());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
