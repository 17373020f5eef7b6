package dev.writeback.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done side by side, by as many threads as there are connections. */
final class Lanes {

    private Lanes() {}

    /** What one lane does. */
    @FunctionalInterface
    interface Work {
        void of(int lane) throws Exception;
    }

    /** Does the work in each lane and waits until all are done. */
    static void run(int lanes, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                int lane = i;
                all.add(() -> {
                    work.of(lane);
                    return null;
                });
            }
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
