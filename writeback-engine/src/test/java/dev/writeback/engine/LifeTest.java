package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.ScriptedSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Start, close, interruption, and what goes on at the same time. */
@Timeout(60)
class LifeTest {

    private static final Duration NEVER_AGAIN = Duration.ofDays(1);

    @Test
    void runs_again_and_again_until_it_is_closed() {
        AtomicInteger runs = new AtomicInteger();
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            try (Writeback follow =
                    rig.builder().runs(report -> runs.incrementAndGet()).build()) {
                follow.start(Duration.ofMillis(1));
                await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(3));
                rig.source.page(Mailboxes.changes(1, 2, "y"));
                await().untilAsserted(() ->
                        assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("y"));
            }
            await().untilAsserted(
                            () -> assertThat(threads("writeback-schedule")).isEmpty());
            int atClose = runs.get();
            rig.source.page(Mailboxes.changes(1, 3, "z"));
            assertThat(runs).hasValue(atClose);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("y");
        }
    }

    @Test
    void goes_on_by_itself_once_somebody_has_decided_about_a_run_that_was_held() {
        List<Ending> endings = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, ""));
                Writeback follow = rig.builder()
                        .limits(new Limits(1, null))
                        .runs(report -> endings.add(report.ending()))
                        .build()) {
            IntStream.range(0, 3).forEach(number -> rig.directory.set(number, "extensionAttribute1", "old"));
            follow.start(Duration.ofMillis(1));
            await().untilAsserted(() -> assertThat(endings).contains(Ending.HELD));
            rig.source.page(Mailboxes.changes(1, 2, "new"));
            await().untilAsserted(() -> assertThat(rig.source.reads).contains("2"));
            assertThat(rig.directory.applied).hasValue(1);
            assertThat(endings).containsOnly(Ending.HELD);

            follow.approve(plan -> {});

            await().untilAsserted(() ->
                    assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("new"));
            assertThat(rig.directory.applied).hasValue(4);
        }
    }

    @Test
    void goes_on_after_a_listener_that_throws() {
        AtomicInteger runs = new AtomicInteger();
        try (Rig rig = new Rig(0, List.of());
                Writeback follow = rig.builder()
                        .runs(report -> {
                            runs.incrementAndGet();
                            throw new IllegalStateException("no screen");
                        })
                        .build()) {
            follow.start(Duration.ofMillis(1));
            await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(2));
        }
    }

    @Test
    void finishes_what_is_in_flight_and_gives_the_rest_back_when_it_is_closed_during_a_run() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        Rig rig = new Rig(100, Mailboxes.changes(100, 1, "x"));
        rig.directory.onWrite = (write, real) -> {
            inFlight.countDown();
            awaitQuietly(go);
            return real.get();
        };
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(rig.writeback::runOnce);
        assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> close = CompletableFuture.runAsync(rig.writeback::close);
        await().untilAsserted(() -> assertThatThrownBy(rig.writeback::check).isInstanceOf(IllegalStateException.class));
        assertThat(close).isNotDone();
        go.countDown();

        RunReport report = run.get(10, TimeUnit.SECONDS);
        close.get(10, TimeUnit.SECONDS);
        assertThat(report.ending()).isEqualTo(Ending.STOPPED);
        assertThat(report.problem()).isEmpty();
        assertThat(report.counts().written()).isEqualTo(4);
        assertThat(report.counts().released()).isEqualTo(report.counts().taken() - 4);
        assertThat(rig.directory.applied).hasValue(4);
        assertThat(rig.statuses.all).hasSize(4);
        rig.directory.onWrite = (write, real) -> real.get();
        try (Writeback next = rig.builder().build()) {
            assertThat(next.runOnce().counts().written()).isEqualTo(96);
        }
    }

    @Test
    void ends_its_threads_and_can_be_closed_twice() {
        Rig rig = new Rig(10, Mailboxes.changes(10, 1, "x"));
        rig.writeback.runOnce();
        rig.close();
        rig.close();
        await().untilAsserted(() -> assertThat(threads("writeback-delivery")).isEmpty());
        await().untilAsserted(() -> assertThat(threads("writeback-worker")).isEmpty());
        assertThatThrownBy(rig.writeback::runOnce)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this Writeback is closed; build another one");
        assertThatThrownBy(() -> rig.writeback.start(NEVER_AGAIN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void can_be_closed_from_within_a_callback() {
        try (Rig rig = new Rig(200, Mailboxes.changes(200, 1, "x"))) {
            AtomicInteger shown = new AtomicInteger();
            PlanReport report = rig.writeback.plan(plan -> {
                shown.incrementAndGet();
                rig.writeback.close();
            });
            assertThat(report.ending()).isEqualTo(Ending.STOPPED);
            assertThat(shown.get()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void stops_and_stays_interrupted_when_the_thread_of_the_run_is_interrupted() {
        try (Rig rig = new Rig(500, Mailboxes.changes(500, 1, "x"))) {
            Thread runner = Thread.currentThread();
            AtomicInteger writes = new AtomicInteger();
            rig.directory.onWrite = (write, real) -> {
                if (writes.incrementAndGet() == 20) {
                    runner.interrupt();
                }
                awaitQuietly(new CountDownLatch(1), 2);
                return real.get();
            };
            RunReport report = rig.writeback.runOnce();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(report.ending()).isEqualTo(Ending.STOPPED);
            assertThat(report.counts().written()).isBetween(20, 499);
        }
    }

    @Test
    void shows_no_further_plan_when_it_is_interrupted() {
        try (Rig rig = new Rig(300, Mailboxes.changes(300, 1, "x"))) {
            AtomicInteger shown = new AtomicInteger();
            PlanReport report = rig.writeback.plan(plan -> {
                shown.incrementAndGet();
                Thread.currentThread().interrupt();
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(report.ending()).isEqualTo(Ending.STOPPED);
            assertThat(shown).hasValueLessThanOrEqualTo(100);
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(300);
        }
    }

    @Test
    void provisions_an_object_while_a_run_goes_on() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        // With one worker, which is held, the run does not take the late object before it is provisioned.
        try (Rig rig = new Rig(3, Mailboxes.changes(2, 1, "x"));
                Writeback writeback = rig.builder().connections(1).build()) {
            rig.directory.onWriteOf(0, real -> {
                inFlight.countDown();
                awaitQuietly(go);
                return real.get();
            });
            CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(writeback::runOnce);
            assertThat(inFlight.await(10, TimeUnit.SECONDS)).isTrue();
            rig.source.page(List.of(Mailboxes.change(2, 1, "CustomAttribute1", "now")));

            assertThat(writeback.provision(Mailboxes.id(2)).ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.directory.text(2, "extensionAttribute1")).isEqualTo("now");
            assertThat(writeback
                            .provision(Mailboxes.id(0))
                            .problem()
                            .orElseThrow()
                            .reason())
                    .contains("a run is working on it");
            go.countDown();
            assertThat(run.get(10, TimeUnit.SECONDS).counts().failed()).isZero();
        }
    }

    @Test
    void writes_over_all_connections_at_once_even_if_there_is_little_to_write() throws Exception {
        CountDownLatch together = new CountDownLatch(4);
        try (Rig rig = new Rig(40, Mailboxes.changes(40, 1, "x"))) {
            rig.directory.onWrite = (write, real) -> {
                together.countDown();
                awaitQuietly(together);
                return real.get();
            };
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(40);
            assertThat(together.getCount()).isZero();
        }
    }

    @Test
    void writes_no_faster_than_it_may() {
        try (Rig rig =
                new Rig(30, Mailboxes.changes(30, 1, "x"), Limits.standard().withWritesPerSecond(100))) {
            long before = System.nanoTime();
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(30);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(250));
            await().untilAsserted(() -> assertThat(threads("writeback-rate")).isEmpty());
        }
    }

    @Test
    void needs_a_sensible_configuration() {
        try (Writeback writeback = Writeback.builder()
                .source(new ScriptedSource())
                .directory(MapDirectory.of(0))
                .build()) {
            assertThatThrownBy(() -> writeback.start(Duration.ZERO))
                    .hasMessage("the interval is PT0S; it must be more than zero");
            writeback.start(NEVER_AGAIN);
            assertThatThrownBy(() -> writeback.start(NEVER_AGAIN)).hasMessageContaining("started before");
        }
        assertThatThrownBy(() -> new Limits(-1, null)).hasMessageContaining("limits.destructiveChanges is -1");
        assertThatThrownBy(() -> new Limits(1, 0)).hasMessageContaining("limits.writesPerSecond is 0");
        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, NEVER_AGAIN, NEVER_AGAIN))
                .hasMessageContaining("retry.first");
        assertThatThrownBy(() -> new RetryPolicy(NEVER_AGAIN, Duration.ofHours(1), NEVER_AGAIN))
                .hasMessageContaining("retry.max");
        assertThatThrownBy(() -> new RetryPolicy(NEVER_AGAIN, NEVER_AGAIN, Duration.ZERO))
                .hasMessageContaining("retry.retention");
    }

    private static List<String> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(name))
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        awaitQuietly(latch, 10_000);
    }

    private static void awaitQuietly(CountDownLatch latch, int millis) {
        try {
            boolean opened = latch.await(millis, TimeUnit.MILLISECONDS);
            assertThat(opened || millis < 1000).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
