package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.immutableId;

import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.LookupOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** As many threads as there are entries, each of which looks up its own again and again, at the same time. */
final class LookupRace {

    private static final int ROUNDS = 25;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final DirectorySink sink;
    private final List<ObjectGuid> people;
    private final Queue<String> mistakes = new ConcurrentLinkedQueue<>();

    LookupRace(DirectorySink sink, List<ObjectGuid> people) {
        this.sink = sink;
        this.people = people;
    }

    /** What came of lookups that were not answered with their entry. */
    List<String> mistakes() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = people.stream()
                .map(guid -> new Thread(() -> lookUp(guid, start), "lookup of " + guid))
                .toList();
        // A sink that stands still is to fail the test, not the build.
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join(LONGEST.toMillis());
            if (thread.isAlive()) {
                mistakes.add("%s was not answered within %s".formatted(thread.getName(), LONGEST));
            }
        }
        return List.copyOf(mistakes);
    }

    private void lookUp(ObjectGuid guid, CountDownLatch start) {
        try {
            start.await();
            for (int round = 0; round < ROUNDS; round++) {
                LookupOutcome outcome = SinkCall.lookup(sink, immutableId(guid));
                if (!(outcome instanceof LookupOutcome.Found found)
                        || !found.entry().id().guid().equals(guid)) {
                    mistakes.add("%s was answered with %s".formatted(guid, outcome));
                }
            }
        } catch (InterruptedException | RuntimeException | Error failed) {
            mistakes.add("%s: %s".formatted(guid, failed));
        }
    }
}
