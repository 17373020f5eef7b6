package dev.writeback.testkit.assertion;

import static dev.writeback.testkit.assertion.SampleStatus.status;
import static dev.writeback.testkit.assertion.WritebackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusAssertTest {

    private static final Problem LOST =
            Problem.of(ErrorCode.OUTCOME_UNKNOWN, "The answer was lost.", "Nothing is to be done.");

    private final Status written = status(Step.Result.SUCCESS, SampleStatus.plan());
    private final Status failed = status(Step.Result.FAILURE, SampleStatus.plan(), LOST);

    @Test
    void says_nothing_where_all_is_as_it_was_expected() {
        assertThat(written)
                .isOf(SampleStatus.ADA)
                .succeeded()
                .wroteOnly("PROXYADDRESSES", "extensionAttribute1")
                .wrote("proxyAddresses", "smtp:al@x", "SMTP:ada@x")
                .wrote("extensionAttribute1")
                .hasStep(Step.Type.EXPORT, Step.Result.SUCCESS);
        assertThat(failed).failedWith(ErrorCode.OUTCOME_UNKNOWN).wroteOnly();
        assertThat(status(Step.Result.WARNING, SampleStatus.plan())).warned();
        assertThat(status(Step.Result.SKIPPED, SampleStatus.plan())).isSkippedFor(SkipReason.REDUNDANT_EXPORT);
    }

    @Test
    void shows_what_is_wrong_and_the_whole_way_of_the_change() {
        Throwable failure = catchThrowable(() -> assertThat(failed).succeeded());

        assertThat(failure).isInstanceOf(AssertionError.class).hasMessage("""
                        the status of ada: it ended with failure, and was to end with success
                        The status, failure:
                          ! OutcomeUnknown: The answer was lost. Nothing is to be done.
                          export failure: The entry was looked at.
                        ~ CN=Ada,OU=People,DC=corp,DC=example
                          - proxyAddresses: smtp:ada@x
                          + proxyAddresses: SMTP:ada@x
                          + proxyAddresses: smtp:al@x   # The cloud changed it.
                          - extensionAttribute1: Sales\\u001b[31m   # The cloud changed it.""");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void fails_where_something_else_was_expected(int number) {
        Consumer<StatusAssert> wrong = switch (number) {
            case 0 -> it -> it.isOf(CloudObjectId.of("bob"));
            case 1 -> StatusAssert::warned;
            case 2 -> it -> it.failedWith(ErrorCode.REJECTED);
            case 3 -> it -> it.isSkippedFor(SkipReason.REDUNDANT_EXPORT);
            case 4 -> it -> it.wroteOnly("proxyAddresses");
            case 5 -> it -> it.wrote("mail", "ada@x");
            case 6 -> it -> it.wrote("proxyAddresses", "SMTP:ada@x");
            case 7 -> it -> it.hasStep(Step.Type.EXPORT, Step.Result.FAILURE);
            default -> it -> it.hasStep(Step.Type.IMPORT, Step.Result.SUCCESS);
        };

        assertThat(catchThrowable(() -> wrong.accept(assertThat(written))))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the status of ada: ")
                .hasMessageContaining("The status, success:");
    }

    @Test
    void does_not_take_another_error_or_reason_for_the_one_that_was_expected() {
        assertThat(catchThrowable(() -> assertThat(failed).failedWith(ErrorCode.REJECTED)))
                .hasMessageContaining("the error was to be Rejected and is OutcomeUnknown");
        Status skipped = status(Step.Result.SKIPPED, SampleStatus.plan());
        assertThat(catchThrowable(() -> assertThat(skipped).isSkippedFor(SkipReason.REMOVED)))
                .hasMessageContaining("it was to be skipped for Removed, and the reason is [RedundantExport]");
    }
}
