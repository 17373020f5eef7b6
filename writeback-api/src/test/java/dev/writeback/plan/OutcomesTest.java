package dev.writeback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomesTest {

    private static final Problem PROBLEM = Problem.of(ErrorCode.REJECTED, "It is refused.", "Ask.");

    @ParameterizedTest
    @MethodSource
    void every_disposition_is_answered_by_its_own_case(Disposition disposition, String expected) {
        String answer = disposition.match(
                write -> "write",
                skip -> "skip " + skip.reason(),
                refuse -> "refuse " + refuse.problem().code());
        assertThat(answer).isEqualTo(expected);
    }

    static Stream<Arguments> every_disposition_is_answered_by_its_own_case() {
        return Stream.of(
                Arguments.of(new Disposition.Write(), "write"),
                Arguments.of(new Disposition.Skip(SkipReason.NOT_IN_SCOPE, "Out."), "skip NOT_IN_SCOPE"),
                Arguments.of(new Disposition.Refuse(PROBLEM), "refuse REJECTED"));
    }

    @ParameterizedTest
    @MethodSource
    void every_write_outcome_is_answered_by_its_own_case(WriteOutcome outcome) {
        assertThat(outcome.match(new Names())).isEqualTo(outcome.getClass().getSimpleName());
    }

    static Stream<WriteOutcome> every_write_outcome_is_answered_by_its_own_case() {
        return Stream.of(
                new WriteOutcome.Applied(),
                new WriteOutcome.Stale(PROBLEM),
                new WriteOutcome.Missing(PROBLEM),
                new WriteOutcome.Rejected(PROBLEM),
                new WriteOutcome.NotPermitted(PROBLEM),
                new WriteOutcome.Unavailable(PROBLEM),
                new WriteOutcome.Unknown(PROBLEM));
    }

    private static final class Names implements WriteOutcome.Cases<String> {
        @Override
        public String applied(WriteOutcome.Applied outcome) {
            return "Applied";
        }

        @Override
        public String stale(WriteOutcome.Stale outcome) {
            return "Stale";
        }

        @Override
        public String missing(WriteOutcome.Missing outcome) {
            return "Missing";
        }

        @Override
        public String rejected(WriteOutcome.Rejected outcome) {
            return "Rejected";
        }

        @Override
        public String notPermitted(WriteOutcome.NotPermitted outcome) {
            return "NotPermitted";
        }

        @Override
        public String unavailable(WriteOutcome.Unavailable outcome) {
            return "Unavailable";
        }

        @Override
        public String unknown(WriteOutcome.Unknown outcome) {
            return "Unknown";
        }
    }
}
