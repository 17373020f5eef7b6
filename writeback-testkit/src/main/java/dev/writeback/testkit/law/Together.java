package dev.writeback.testkit.law;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks on threads of its own, all at the same time. */
final class Together {

    private Together() {}

    static <T> List<T> answers(int threads, Supplier<T> question) {
        CountDownLatch ready = new CountDownLatch(threads);
        List<CompletableFuture<T>> answers =
                Stream.generate(() -> ask(ready, question)).limit(threads).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static <T> CompletableFuture<T> ask(CountDownLatch ready, Supplier<T> question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    ready.countDown();
                    await(ready);
                    return question.get();
                },
                task -> new Thread(task, "resolver-law").start());
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a question was interrupted before it was asked", stop);
        }
    }
}
