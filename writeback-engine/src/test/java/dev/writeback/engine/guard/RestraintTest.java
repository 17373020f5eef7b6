package dev.writeback.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.plan.Destruction;
import dev.writeback.plan.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestraintTest {

    private static final Restraint HALF = new Restraint(List.of(), OptionalInt.of(50), OptionalInt.of(50));
    private static final Destruction ONE = new Destruction(1, 1, 1);

    @ParameterizedTest
    @CsvSource({"0, 1, false", "1, 1, true", "2, 1, true"})
    void a_limit_may_be_reached_and_not_passed(long soFar, long limit, boolean passed) {
        for (Measure measure : Measure.values()) {
            Allowance allowance = new Allowance(List.of(Bound.ofCycle(measure, limit)), 0, Destruction.none());

            assertThat(allowance
                            .excess(new Destruction(soFar, soFar, soFar), ONE)
                            .isPresent())
                    .isEqualTo(passed);
        }
    }

    @Test
    void what_takes_nothing_of_a_measure_is_not_held_because_of_it() {
        Allowance allowance =
                new Allowance(List.of(Bound.ofCycle(Measure.VALUES, 0)), 0, new Destruction(900, 900, 900));

        assertThat(allowance.excess(new Destruction(9, 9, 9), new Destruction(0, 1, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "9, 0, true", "10, 0, false", "10, 1, true", "29, 1, false", "29, 2, true"})
    void a_share_is_of_the_objects_that_are_known(long objects, long soFar, boolean passed) {
        Bound tenth = new Bound("k", Measure.ENTRIES, Bound.Span.CYCLE, Bound.Unit.PERCENT, 10);
        Allowance allowance = new Allowance(List.of(tenth), objects, Destruction.none());

        assertThat(allowance.excess(new Destruction(0, 0, soFar), ONE).isPresent())
                .isEqualTo(passed);
    }

    @Test
    void an_hour_counts_what_was_done_before_and_a_cycle_does_not() {
        Bound hour = new Bound("limits.hour.entries", Measure.ENTRIES, Bound.Span.HOUR, Bound.Unit.NUMBER, 5);
        Bound cycle = Bound.ofCycle(Measure.ENTRIES, 5);
        Destruction before = new Destruction(0, 0, 5);

        assertThat(new Allowance(List.of(cycle), 0, before).excess(Destruction.none(), ONE))
                .isEmpty();
        Excess excess = new Allowance(List.of(cycle, hour), 0, before)
                .excess(Destruction.none(), ONE)
                .orElseThrow();
        assertThat(excess.bound()).isEqualTo(hour);
        assertThat(excess.held().code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
        assertThat(excess.held().reason())
                .isEqualTo(
                        "The run is held: with the next entry all runs of the last hour would come to 6 entries written, and limits.hour.entries allows 5.");
        assertThat(excess.held().action()).contains("approve", "reject");
        assertThat(excess.stopped().action()).contains("raise limits.hour.entries");
    }

    @Test
    void only_hours_and_shares_need_to_know_what_else_there_is() {
        assertThat(Restraint.ofValues(5).needsAccount()).isFalse();
        for (Bound bound : List.of(
                new Bound("k", Measure.VALUES, Bound.Span.HOUR, Bound.Unit.NUMBER, 1),
                new Bound("k", Measure.VALUES, Bound.Span.CYCLE, Bound.Unit.PERCENT, 1))) {
            assertThat(new Restraint(List.of(bound), OptionalInt.empty(), OptionalInt.empty()).needsAccount())
                    .isTrue();
        }
        assertThatThrownBy(() -> Bound.ofCycle(Measure.VALUES, -1)).hasMessageContaining("0 or more");
    }

    @ParameterizedTest
    @CsvSource({"100, 50, false", "100, 51, true", "99, 99, false", "101, 51, true", "1000, 500, false"})
    void more_than_the_share_may_not_fail(long taken, long failed, boolean held) {
        assertThat(HALF.failing(taken, failed).isPresent()).isEqualTo(held);
        assertThat(Restraint.ofValues(1).failing(taken, failed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 51, false", "100, 50, true", "100, 0, true", "10, 0, true", "9, 0, false", "10, 11, false"})
    void the_share_may_not_be_missing(long before, long now, boolean held) {
        Optional<ErrorCode> code = HALF.shrunk(OptionalLong.of(before), now).map(problem -> problem.code());

        assertThat(code).isEqualTo(held ? Optional.of(ErrorCode.SOURCE_SHRUNK) : Optional.empty());
        assertThat(HALF.shrunk(OptionalLong.empty(), now)).isEmpty();
        assertThat(Restraint.ofValues(1).shrunk(OptionalLong.of(before), now)).isEmpty();
    }
}
