package dev.writeback.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.StatusReporter;
import dev.writeback.testkit.contract.StatusReporterContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingReporterTest extends StatusReporterContract {

    private static final CloudObjectId ADA = CloudObjectId.of("ada");
    private static final CloudObjectId BOB = CloudObjectId.of("bob");

    private final RecordingReporter reporter = new RecordingReporter();

    @Override
    protected StatusReporter open() {
        return reporter;
    }

    @Override
    protected StatusReporter openToNobody() {
        return reporter.failing(1);
    }

    @Override
    protected List<String> received() {
        return reporter.all().stream().map(Status::id).toList();
    }

    @Test
    void statuses_are_found_by_object_and_by_result() {
        Status first = status("1", ADA, Step.Result.FAILURE);
        Status second = status("2", BOB, Step.Result.SUCCESS);
        Status third = status("3", ADA, Step.Result.SUCCESS);
        List.of(first, second, third).forEach(reporter::report);

        assertThat(reporter.of(ADA)).containsExactly(first, third);
        assertThat(reporter.results(ADA)).containsExactly(Step.Result.FAILURE, Step.Result.SUCCESS);
        assertThat(reporter.withResult(Step.Result.SUCCESS)).containsExactly(second, third);
        assertThat(reporter.last(ADA)).isEqualTo(third);
    }

    @Test
    void an_object_without_a_status_has_no_last_one() {
        reporter.report(status("1", ADA, Step.Result.SUCCESS));

        assertThatThrownBy(() -> reporter.last(BOB))
                .isInstanceOf(AssertionError.class)
                .hasMessage("there is no status of object bob among 1");
    }

    @Test
    void it_fails_as_often_as_it_is_told_and_keeps_apart_what_it_did_not_take() {
        Status status = status("1", ADA, Step.Result.SUCCESS);
        reporter.failing(2);

        assertThatThrownBy(() -> reporter.report(status)).hasMessageContaining("status 1");
        assertThatThrownBy(() -> reporter.report(status)).hasMessageContaining("status 1");
        reporter.report(status);

        assertThat(reporter.refused()).containsExactly(status, status);
        assertThat(reporter.all()).containsExactly(status);
    }

    private static Status status(String id, CloudObjectId object, Step.Result result) {
        return new Status(
                id,
                Instant.EPOCH,
                Duration.ZERO,
                "cycle",
                "change",
                "job",
                Optional.of(object),
                Optional.empty(),
                result,
                Optional.empty(),
                List.of());
    }
}
