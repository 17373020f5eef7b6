package dev.writeback.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Two readers of one source that have each page at the same time. */
final class ReaderRace {

    static final int PAGES = 30;

    private static final int PATIENCE_SECONDS = 60;

    private final StoreCall store;
    private final CyclicBarrier start = new CyclicBarrier(2);

    ReaderRace(StoreCall store) {
        this.store = store;
    }

    /** The pages that a reader was told are kept, each as often as one was. */
    List<Integer> kept() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<List<Integer>>> readers =
                    Stream.of("first", "second").map(this::reader).toList();
            List<Integer> kept = new ArrayList<>();
            for (Future<List<Integer>> one : threads.invokeAll(readers)) {
                kept.addAll(one.get());
            }
            return kept;
        } catch (ExecutionException failure) {
            throw new AssertionError("a reader of the source failed: " + failure.getCause(), failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<List<Integer>> reader(String name) {
        return () -> {
            List<Integer> kept = new ArrayList<>();
            for (int page = 1; page <= PAGES; page++) {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (arrives(name, page)) {
                    kept.add(page);
                }
            }
            return kept;
        };
    }

    private boolean arrives(String reader, int page) {
        String after = page == 1 ? "" : Integer.toString(page - 1);
        return store.arrives(
                "cloud",
                after,
                Integer.toString(page),
                List.of(SampleStatuses.plain(page + " of the " + reader)),
                StoreCall.text("o" + page, 1, reader));
    }
}
