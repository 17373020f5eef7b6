package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleProperties {

    @Property
    void a_wait_is_never_shorter_than_the_first_nor_longer_than_the_longest(
            @ForAll("schedules") RetrySchedule schedule,
            @ForAll FailureKind kind,
            @ForAll @IntRange(max = Integer.MAX_VALUE) int failures,
            @ForAll long chance) {
        assertThat(schedule.after(kind, failures, chance)).isBetween(schedule.first(), schedule.max());
    }

    @Property
    void the_base_never_shrinks_and_comes_to_the_longest_wait(
            @ForAll("schedules") RetrySchedule schedule,
            @ForAll FailureKind kind,
            @ForAll @IntRange(max = 200) int failures) {
        assertThat(schedule.base(kind, failures + 1)).isGreaterThanOrEqualTo(schedule.base(kind, failures));
        assertThat(schedule.base(kind, 0)).isEqualTo(schedule.first());
        assertThat(schedule.base(kind, 200)).isEqualTo(schedule.max());
    }

    @Property
    void a_less_patient_kind_never_waits_longer(
            @ForAll("schedules") RetrySchedule schedule, @ForAll @IntRange(max = 100) int failures) {
        assertThat(schedule.base(FailureKind.NETWORK, failures))
                .isLessThanOrEqualTo(schedule.base(FailureKind.INTERNAL, failures));
        assertThat(schedule.base(FailureKind.INTERNAL, failures))
                .isLessThanOrEqualTo(schedule.base(FailureKind.INVALID, failures));
    }

    @Property
    void what_failed_together_does_not_come_back_together(
            @ForAll FailureKind kind, @ForAll @IntRange(max = 100) int failures, @ForAll long seed) {
        RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(30), Duration.ofHours(6), Duration.ofHours(72));
        Set<Duration> waits = LongStream.generate(new Random(seed)::nextLong)
                .limit(100)
                .mapToObj(chance -> schedule.after(kind, failures, chance))
                .collect(Collectors.toSet());
        assertThat(waits).hasSizeGreaterThan(95);
    }

    @Provide
    static Arbitrary<RetrySchedule> schedules() {
        Arbitrary<Duration> durations = Arbitraries.oneOf(
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(Duration::ofNanos),
                Arbitraries.longs().between(1, 1_000_000).map(Duration::ofSeconds),
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(Duration::ofSeconds));
        return Combinators.combine(durations, durations)
                .as((one, other) -> one.compareTo(other) < 0
                        ? new RetrySchedule(one, other, one)
                        : new RetrySchedule(other, one, one));
    }
}
