package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writeback.engine.Arriving;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.StatusReporter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliveryTest {

    private static final Backoff SOON = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    private static final Backoff LATE = new Backoff(Duration.ofDays(1), Duration.ofDays(1));

    private final MemoryStore store = new MemoryStore();
    private final Brake brake = new Brake(() -> false);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void delivers_everything_in_order_on_one_thread() {
        List<String> threads = new CopyOnWriteArrayList<>();
        post(0, 1200);
        try (Delivery delivery = delivery(
                status -> {
                    taken.add(status.id());
                    threads.add(Thread.currentThread().getName());
                },
                LATE)) {
            assertThat(delivery.drain(brake)).isZero();
            assertThat(taken).containsExactlyElementsOf(ids(0, 1200));
            assertThat(threads).containsOnly("writeback-delivery");
        }
    }

    @Test
    void tries_a_reporter_that_failed_again_after_a_while() {
        AtomicInteger failures = new AtomicInteger(10);
        post(0, 5);
        try (Delivery delivery = delivery(
                status -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("down");
                    }
                    taken.add(status.id());
                },
                SOON)) {
            delivery.wake();
            await().untilAsserted(() -> assertThat(taken).containsExactlyInAnyOrderElementsOf(ids(0, 5)));
        }
    }

    @Test
    void spares_a_reporter_that_is_down_until_its_time_has_come_or_somebody_waits() {
        AtomicInteger calls = new AtomicInteger();
        post(0, 100);
        try (Delivery delivery = delivery(
                status -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("down");
                },
                LATE)) {
            assertThat(delivery.drain(brake)).isEqualTo(100);
            IntStream.range(0, 50).forEach(batch -> delivery.wake());
            await().during(Duration.ofMillis(100)).until(() -> calls.get() == 3);
            assertThat(delivery.drain(brake)).isEqualTo(100);
            assertThat(calls).hasValue(6);
        }
    }

    @Test
    void goes_past_more_refused_statuses_than_fit_on_a_page() {
        post(0, 2000);
        try (Delivery delivery = delivery(
                status -> {
                    if (Integer.parseInt(status.id()) % 2 == 0) {
                        throw new IllegalStateException("I take only odd ones");
                    }
                    taken.add(status.id());
                },
                LATE)) {
            assertThat(delivery.drain(brake)).isEqualTo(1000);
            assertThat(taken).hasSize(1000);
        }
    }

    @Test
    void does_not_wait_for_a_reporter_that_hangs() {
        CountDownLatch hang = new CountDownLatch(1);
        post(0, 5);
        try (Delivery delivery =
                new Delivery(store.records().outbox(), status -> awaitUnless(hang), LATE, Duration.ofMillis(20))) {
            assertThat(delivery.drain(brake)).isEqualTo(5);
        }
        assertThat(store.records().outbox().undelivered(10)).hasSize(5);
        hang.countDown();
    }

    @Test
    void waits_for_a_reporter_that_is_slow_as_long_as_it_takes_something() {
        post(0, 10);
        CountDownLatch never = new CountDownLatch(1);
        try (Delivery delivery = new Delivery(
                store.records().outbox(),
                status -> {
                    awaitUnless(never, 120);
                    taken.add(status.id());
                },
                LATE,
                Duration.ofSeconds(1))) {
            assertThat(delivery.drain(brake)).isZero();
            assertThat(taken).hasSize(10);
        }
    }

    @Test
    void delivers_what_comes_while_it_delivers() {
        post(0, 1);
        try (Delivery delivery = delivery(
                status -> {
                    taken.add(status.id());
                    if (taken.size() < 700) {
                        post(taken.size(), 1);
                    }
                },
                LATE)) {
            delivery.drain(brake);
            assertThat(taken).containsExactlyElementsOf(ids(0, 700));
        }
    }

    @Test
    void delivers_at_the_end_and_nothing_after_it() {
        Delivery delivery = delivery(status -> taken.add(status.id()), LATE);
        post(0, 3);
        delivery.close();
        assertThat(taken).containsExactly("0", "1", "2");
        post(3, 1);
        delivery.wake();
        assertThat(delivery.drain(brake)).isEqualTo(1);
        delivery.close();
        assertThat(taken).hasSize(3);
    }

    @Test
    void stands_a_reporter_that_cannot_even_fail_properly() {
        AtomicInteger calls = new AtomicInteger();
        post(0, 2);
        try (Delivery delivery = delivery(
                status -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new AssertionError("a reporter that cannot even fail properly");
                    }
                    taken.add(status.id());
                },
                LATE)) {
            assertThat(delivery.drain(brake)).isEqualTo(1);
            assertThat(delivery.drain(brake)).isZero();
            assertThat(taken).containsExactly("1", "0");
        }
    }

    private Delivery delivery(StatusReporter reporter, Backoff retry) {
        return new Delivery(store.records().outbox(), reporter, retry, Duration.ofSeconds(10));
    }

    private void post(int first, int count) {
        List<Status> statuses = IntStream.range(first, first + count)
                .mapToObj(DeliveryTest::status)
                .toList();
        Arriving.at(store, "cloud", List.of(), statuses, "1");
    }

    private static List<String> ids(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Integer::toString).toList();
    }

    private static Status status(int number) {
        return new Status(
                Integer.toString(number),
                Instant.EPOCH,
                Duration.ZERO,
                "cycle",
                "change",
                "job",
                Optional.of(CloudObjectId.of("object-" + number)),
                Optional.empty(),
                Step.Result.SUCCESS,
                Optional.empty(),
                List.of());
    }

    private static void awaitUnless(CountDownLatch latch) {
        awaitUnless(latch, 20_000);
    }

    private static void awaitUnless(CountDownLatch latch, int millis) {
        try {
            if (latch.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
