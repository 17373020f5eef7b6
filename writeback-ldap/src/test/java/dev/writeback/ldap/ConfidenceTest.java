package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final Confidence confidence = new Confidence();

    @Test
    void a_server_is_relied_on_until_it_fails() {
        assertThat(confidence.isReliedOn()).isTrue();
        assertThat(confidence.isLeft()).isFalse();

        confidence.failed(START);

        assertThat(confidence.isReliedOn()).isFalse();
        assertThat(confidence.isLeft()).isTrue();
    }

    @Test
    void one_that_failed_is_tried_after_ten_seconds_and_relied_on_after_a_quiet_minute() {
        confidence.failed(START);
        assertThat(confidence.isDue(START.plusSeconds(9))).isFalse();
        assertThat(confidence.isDue(START.plusSeconds(10))).isTrue();

        confidence.answered(START.plusSeconds(10));
        assertThat(confidence.isLeft()).isFalse();
        assertThat(confidence.isReliedOn()).isFalse();
        confidence.answered(START.plusSeconds(69));
        assertThat(confidence.isDue(START.plusSeconds(69))).isFalse();
        assertThat(confidence.isReliedOn()).isFalse();

        assertThat(confidence.isDue(START.plusSeconds(70))).isTrue();
        confidence.answered(START.plusSeconds(70));
        assertThat(confidence.isReliedOn()).isTrue();
    }

    @Test
    void each_failure_doubles_the_absence_up_to_ten_minutes() {
        Instant now = START;
        for (long seconds : new long[] {10, 20, 40, 80, 160, 320, 600, 600}) {
            confidence.failed(now);
            assertThat(confidence.isDue(now.plusSeconds(seconds - 1))).isFalse();
            assertThat(confidence.isDue(now.plusSeconds(seconds))).isTrue();
            now = now.plusSeconds(seconds);
        }
    }

    @Test
    void the_failures_of_many_threads_at_once_count_as_one() {
        for (int thread = 0; thread < 50; thread++) {
            confidence.failed(START.plusMillis(thread));
        }

        assertThat(confidence.isDue(START.plusSeconds(10))).isTrue();
    }

    @Test
    void one_that_fails_again_while_it_recovers_is_left_for_longer() {
        confidence.failed(START);
        confidence.answered(START.plusSeconds(10));

        confidence.failed(START.plusSeconds(30));

        assertThat(confidence.isLeft()).isTrue();
        assertThat(confidence.isDue(START.plusSeconds(49))).isFalse();
        assertThat(confidence.isDue(START.plusSeconds(50))).isTrue();
    }

    @Test
    void one_that_often_failed_must_be_well_for_as_long_as_it_was_left() {
        Instant now = START;
        for (int failure = 0; failure < 5; failure++) {
            confidence.failed(now);
            now = now.plusSeconds(160);
        }
        confidence.answered(now);

        assertThat(confidence.isDue(now.plusSeconds(159))).isFalse();
        assertThat(confidence.isDue(now.plusSeconds(160))).isTrue();
    }

    @Test
    void a_failure_of_long_ago_is_forgotten() {
        confidence.failed(START);
        confidence.answered(START.plusSeconds(10));
        confidence.answered(START.plusSeconds(70));
        Instant later = START.plus(Duration.ofHours(1));

        confidence.failed(later);

        assertThat(confidence.isDue(later.plusSeconds(10))).isTrue();
    }
}
