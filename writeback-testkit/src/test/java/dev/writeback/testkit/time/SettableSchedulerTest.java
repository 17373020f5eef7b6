package dev.writeback.testkit.time;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableSchedulerTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:00Z");

    private final SettableClock clock = SettableClock.at(START);
    private final SettableScheduler scheduler = SettableScheduler.by(clock);
    private final List<String> ran = new ArrayList<>();

    private Runnable note(String name) {
        return () ->
                ran.add(name + "+" + Duration.between(START, clock.instant()).toMinutes());
    }

    @Test
    void runs_what_is_due_in_the_order_of_its_times_and_each_at_its_own_time() throws Exception {
        scheduler.schedule(note("late"), 20, MINUTES);
        scheduler.schedule(note("early"), 5, MINUTES);
        ScheduledFuture<String> value = scheduler.schedule(() -> "value", 5, MINUTES);
        scheduler.schedule(note("later"), 31, MINUTES);
        assertThat(value.getDelay(MINUTES)).isEqualTo(5);

        clock.advance(Duration.ofMinutes(30));

        assertThat(ran).containsExactly("early+5", "late+20");
        assertThat(value.get()).isEqualTo("value");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1800));
        assertThat(scheduler.nextDue()).contains(START.plusSeconds(31 * 60));
        assertThat(scheduler.waiting()).isEqualTo(1);
    }

    @Test
    void runs_what_another_one_schedules_on_the_way() {
        scheduler.schedule(() -> scheduler.schedule(note("second"), 5, MINUTES), 5, MINUTES);
        clock.advance(Duration.ofMinutes(10));
        assertThat(ran).containsExactly("second+10");
    }

    @Test
    void has_what_repeats_come_again_by_its_rate_or_by_its_pause() {
        scheduler.scheduleAtFixedRate(note("rate"), 0, 10, MINUTES);
        scheduler.scheduleWithFixedDelay(
                () -> {
                    note("pause").run();
                    clock.advance(Duration.ofMinutes(3));
                },
                1,
                10,
                MINUTES);
        clock.advance(Duration.ofMinutes(21));
        assertThat(ran).containsExactly("rate+0", "pause+1", "rate+10", "pause+14", "rate+20");
    }

    @Test
    void runs_what_is_to_run_at_once_when_the_clock_is_moved_by_nothing() throws Exception {
        Future<Integer> answer = scheduler.submit(() -> 42);
        scheduler.execute(note("now"));
        assertThat(answer.isDone()).isFalse();
        scheduler.runDue();
        assertThat(answer.get()).isEqualTo(42);
        assertThat(ran).containsExactly("now+0");
    }

    @Test
    void leaves_out_what_was_cancelled() {
        ScheduledFuture<?> task = scheduler.schedule(note("never"), 1, MINUTES);
        assertThat(task.cancel(false)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(ran).isEmpty();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void does_not_repeat_what_throws_and_goes_on_with_the_others() {
        ScheduledFuture<?> broken = scheduler.scheduleAtFixedRate(
                () -> {
                    ran.add("broken");
                    throw new IllegalStateException("as the test says");
                },
                1,
                1,
                MINUTES);
        scheduler.schedule(note("other"), 1, MINUTES);
        clock.advance(Duration.ofMinutes(5));
        assertThat(ran).containsExactly("broken", "other+1");
        assertThatThrownBy(broken::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("as the test says");
    }

    @Test
    void takes_nothing_more_once_it_is_shut_down() {
        scheduler.schedule(note("once"), 1, MINUTES);
        scheduler.scheduleAtFixedRate(note("again"), 1, 1, MINUTES);
        scheduler.shutdown();
        assertThat(scheduler.isTerminated()).isFalse();
        assertThatThrownBy(() -> scheduler.execute(note("late"))).isInstanceOf(RejectedExecutionException.class);
        clock.advance(Duration.ofMinutes(9));
        assertThat(ran).containsExactly("once+1");
        assertThat(scheduler.awaitTermination(1, MINUTES)).isTrue();
    }

    @Test
    void hands_back_what_it_never_runs() {
        scheduler.schedule(note("never"), 1, MINUTES);
        assertThat(scheduler.shutdownNow()).hasSize(1);
        clock.advance(Duration.ofMinutes(9));
        assertThat(ran).isEmpty();
    }

    @Test
    void a_thread_that_a_task_waits_for_moves_the_clock_too() throws Exception {
        Runnable slow = () -> CompletableFuture.runAsync(() -> clock.advance(Duration.ofMinutes(3)))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        ScheduledFuture<?> waits = scheduler.schedule(slow, 5, MINUTES);
        scheduler.schedule(note("beside"), 6, MINUTES);
        scheduler.schedule(note("later"), 9, MINUTES);
        clock.advance(Duration.ofMinutes(5));
        assertThat(waits.get()).isNull();
        assertThat(ran).containsExactly("beside+8");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(8 * 60));
    }

    @Test
    void many_threads_that_move_the_clock_lose_no_time() {
        IntStream.range(0, 1_000).parallel().forEach(i -> clock.advance(Duration.ofMinutes(1)));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60_000));
    }

    @Test
    void a_task_that_shuts_it_down_is_over_itself_if_it_repeats() {
        ScheduledFuture<?> last = scheduler.scheduleAtFixedRate(scheduler::shutdown, 1, 1, MINUTES);
        clock.advance(Duration.ofMinutes(1));
        assertThat(last.isCancelled()).isTrue();
        assertThat(scheduler.isTerminated()).isTrue();
    }

    @Test
    void is_closed_at_once() {
        scheduler.schedule(note("never"), 1, MINUTES);
        scheduler.close();
        assertThat(scheduler.isTerminated()).isTrue();
        clock.advance(Duration.ofMinutes(9));
        assertThat(ran).isEmpty();
    }

    @Test
    void needs_a_period_that_is_more_than_nothing() {
        assertThatThrownBy(() -> scheduler.scheduleAtFixedRate(note("x"), 0, 0, MINUTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("say 1 or more");
    }
}
