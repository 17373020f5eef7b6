package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateLimitTest {

    @Test
    void lets_no_more_through_than_the_rate_over_all_threads() throws Exception {
        try (RateLimit rate = RateLimit.of(400)) {
            Duration took = time(rate, 4, 40);
            assertThat(took).isBetween(Duration.ofMillis(380), Duration.ofSeconds(10));
        }
    }

    @Test
    void keeps_a_slow_rate() throws Exception {
        try (RateLimit rate = RateLimit.of(10)) {
            assertThat(time(rate, 1, 4)).isBetween(Duration.ofMillis(280), Duration.ofSeconds(5));
        }
    }

    @Test
    void does_not_save_up_what_was_not_used() throws Exception {
        try (RateLimit rate = RateLimit.of(1000)) {
            time(rate, 1, 100);
            assertThat(time(rate, 1, 100)).isGreaterThan(Duration.ofMillis(80));
        }
    }

    @Test
    void lets_everything_through_without_a_limit() throws Exception {
        try (RateLimit rate = RateLimit.none()) {
            for (int i = 0; i < 1_000_000; i++) {
                rate.acquire();
            }
            assertThat(time(rate, 2, 10)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Duration time(RateLimit rate, int threads, int each) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Callable<Integer> work = () -> {
            for (int i = 0; i < each; i++) {
                rate.acquire();
            }
            return each;
        };
        try {
            long before = System.nanoTime();
            executor.invokeAll(IntStream.range(0, threads).mapToObj(i -> work).toList());
            return Duration.ofNanos(System.nanoTime() - before);
        } finally {
            executor.shutdownNow();
        }
    }
}
