package dev.writeback.testkit.contract;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.DirectorySink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Writers that all start from one state of an entry, each with a value of its own.
 *
 * @param sink what they write to
 * @param before what they all read
 * @param value what their values begin with
 */
record WriterRace(DirectorySink sink, DirectoryEntry before, String value) {

    private static final int WRITERS = 4;

    /** The values of those who were told that their write was applied. */
    List<String> winners() throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<List<String>>> writers = IntStream.range(0, WRITERS)
                    .<Callable<List<String>>>mapToObj(writer -> () -> {
                        start.await();
                        return write(value + " of writer " + writer);
                    })
                    .toList();
            List<String> winners = new ArrayList<>();
            for (Future<List<String>> written : threads.invokeAll(writers)) {
                winners.addAll(written.get());
            }
            return winners;
        } catch (ExecutionException failure) {
            throw new AssertionError("a writer threw; what a directory may do comes as a result", failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** The value, if it was applied. */
    private List<String> write(String mine) {
        WriteOutcome outcome = SinkCall.write(
                sink, before, SinkCall.change(SinkCall.ONE, before.values(SinkCall.ONE), SinkCall.texts(mine)));
        return outcome instanceof WriteOutcome.Applied ? List.of(mine) : List.of();
    }
}
