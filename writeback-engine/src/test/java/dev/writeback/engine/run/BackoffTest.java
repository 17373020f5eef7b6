package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doubles_to_the_longest_wait() {
        Backoff backoff = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(3));
        assertThat(IntStream.range(0, 6).mapToObj(backoff::after))
                .extracting(Duration::toSeconds)
                .containsExactly(30L, 60L, 120L, 180L, 180L, 180L);
    }

    @Test
    void stands_any_number_of_failures() {
        Backoff backoff = new Backoff(Duration.ofNanos(1), Duration.ofDays(10_000));
        assertThat(backoff.after(Integer.MAX_VALUE))
                .isLessThanOrEqualTo(Duration.ofDays(10_000))
                .isPositive();
    }

    @Test
    void refuses_a_wait_of_nothing_and_a_longest_that_is_shorter_than_the_first() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofDays(1))).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new Backoff(Duration.ofHours(2), Duration.ofHours(1)))
                .hasMessageContaining("PT2H and PT1H");
    }
}
