package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration LONG = Duration.ofDays(400_000);

    @Test
    void a_pause_doubles_to_a_minute_and_is_never_shorter_than_the_interval() {
        Duration interval = Duration.ofSeconds(10);
        Duration pause = interval;
        for (int seconds : new int[] {20, 40, 60, 60}) {
            pause = Schedule.longer(pause, interval);
            assertThat(pause).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(Schedule.longer(LONG, LONG)).isEqualTo(LONG);
        assertThat(Schedule.longer(Duration.ofSeconds(50), Duration.ofSeconds(50)))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void news_end_a_pause_at_once() {
        AtomicInteger turns = new AtomicInteger();
        AtomicBoolean news = new AtomicBoolean();
        Schedule.Turn turn = () -> {
            turns.incrementAndGet();
            return Schedule.Next.AGAIN;
        };
        try (Schedule schedule = Schedule.start(turn, () -> news.getAndSet(false), LONG)) {
            assertThat(schedule).isNotNull();
            await().untilAtomic(turns, org.hamcrest.Matchers.is(1));
            news.set(true);
            await().untilAtomic(turns, org.hamcrest.Matchers.is(2));
        }
    }

    @Test
    void news_wait_while_something_cannot_be_reached() {
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        Schedule.Turn turn = () -> {
            turns.incrementAndGet();
            return Schedule.Next.LATER;
        };
        try (Schedule schedule = Schedule.start(turn, () -> asked.incrementAndGet() > 0, LONG)) {
            assertThat(schedule).isNotNull();
            await().untilAtomic(turns, org.hamcrest.Matchers.is(1));
            await().during(Duration.ofMillis(500)).until(() -> turns.get() == 1 && asked.get() == 0);
        }
    }

    @Test
    void a_turn_that_ends_in_an_error_and_news_that_do_are_no_end() {
        AtomicInteger turns = new AtomicInteger();
        Schedule.Turn turn = () -> {
            turns.incrementAndGet();
            throw new StackOverflowError();
        };
        try (Schedule schedule = Schedule.start(
                turn,
                () -> {
                    throw new IllegalStateException("no news");
                },
                Duration.ofMillis(1))) {
            assertThat(schedule).isNotNull();
            await().until(() -> turns.get() > 3);
        }
    }
}
