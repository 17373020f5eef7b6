package dev.writeback.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** One thread that feeds a store and several that work off what comes, all at once. */
final class Crowd {

    private static final int WORKERS = 4;

    private Crowd() {}

    /** Runs both to their ends; what fails in one of the threads fails here. */
    static void run(Callable<Boolean> feed, Callable<Boolean> work) throws InterruptedException {
        List<Callable<Boolean>> everybody = new ArrayList<>();
        everybody.add(feed);
        IntStream.range(0, WORKERS).forEach(worker -> everybody.add(work));
        ExecutorService threads = Executors.newFixedThreadPool(everybody.size());
        try {
            for (Future<Boolean> one : threads.invokeAll(everybody)) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new AssertionError("a thread that used the store failed: " + failure.getCause(), failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
