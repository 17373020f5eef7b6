package dev.writeback.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same work side by side. */
final class Crew {

    private Crew() {}

    /**
     * Does the work on so many threads and waits until all are done. If the waiting thread is interrupted, it tells so,
     * waits on, since a write in flight is not cut off, and stays interrupted.
     *
     * @throws IllegalStateException if the work ended in an error on one of the threads
     */
    static void run(int threads, Runnable work, Runnable interrupted) {
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
