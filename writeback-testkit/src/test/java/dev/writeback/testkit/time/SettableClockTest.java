package dev.writeback.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final SettableClock clock = SettableClock.at("2026-01-02T03:04:05Z");

    @Test
    void stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(300));
        clock.set(START.plusSeconds(301));
        assertThat(clock.millis()).isEqualTo(START.plusSeconds(301).toEpochMilli());
    }

    @Test
    void goes_back_only_if_it_is_asked_to_by_name() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("setBack");
        assertThatThrownBy(() -> clock.set(START.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("setBack");
        assertThat(clock.instant()).isEqualTo(START);
        clock.setBack(START.minusSeconds(9));
        assertThat(clock.instant()).isEqualTo(START.minusSeconds(9));
    }

    @Test
    void is_the_same_clock_in_another_zone() {
        SettableClock away = clock.withZone(ZoneId.of("Pacific/Chatham"));
        clock.advance(Duration.ofHours(1));
        assertThat(away.instant()).isEqualTo(START.plusSeconds(3600));
        assertThat(ZonedDateTime.now(away).getHour()).isEqualTo(17);
        away.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(7200));
    }

    @Test
    void passes_for_a_pause_and_nobody_waits() {
        long before = System.nanoTime();
        Pause.moving(clock).pass(Duration.ofDays(3));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(3)));
        assertThat(System.nanoTime() - before).isLessThan(Duration.ofMinutes(1).toNanos());
    }
}
