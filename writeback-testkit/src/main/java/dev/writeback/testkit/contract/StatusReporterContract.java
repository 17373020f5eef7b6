package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.spi.StatusReporter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StatusReporter} must do. A test of a reporter extends it, says in three methods how to open it and how
 * to look at what arrived, and inherits the tests. Each test has an instance of its own.
 */
public abstract class StatusReporterContract {

    /** For those who extend it. */
    protected StatusReporterContract() {}

    /** The reporter under test; called again, it is the reporter after a restart, to the same receiver. */
    protected abstract StatusReporter open();

    /** The reporter under test to the same receiver, which it cannot reach: it was closed, or the receiver is away. */
    protected abstract StatusReporter openToNobody();

    /** The ids of the statuses that the receiver has by now, in the order in which they came, each as often as it came. */
    protected abstract List<String> received();

    @Test
    void a_status_has_arrived_when_the_report_returns() {
        StatusReporter reporter = open();
        reporter.report(SampleStatuses.plain("1"));
        assertThat(received())
                .as("what arrived when the report returned; from then on nobody keeps the status")
                .containsExactly("1");
    }

    @Test
    void statuses_arrive_in_the_order_in_which_they_are_reported() {
        StatusReporter reporter = open();
        List<String> ids = IntStream.range(0, 500).mapToObj(n -> "s-" + n).toList();
        ids.forEach(id -> reporter.report(SampleStatuses.plain(id)));
        assertThat(received())
                .as("500 statuses; out of order, an object's last word is not its last")
                .isEqualTo(ids);
    }

    @Test
    void statuses_of_every_form_arrive() {
        StatusReporter reporter = open();
        reporter.report(SampleStatuses.written("written"));
        reporter.report(SampleStatuses.skipped("skipped"));
        reporter.report(SampleStatuses.failed("failed"));
        assertThat(received())
                .as("a change, a skip and a failure, with line ends and quotes in their texts; each is one status")
                .containsExactly("written", "skipped", "failed");
    }

    @Test
    void a_status_without_an_object_arrives() {
        open().report(SampleStatuses.unreadable("unreadable"));
        assertThat(received())
                .as("what tells of a part of the source that could not be read; nobody would hear of it")
                .containsExactly("unreadable");
    }

    @Test
    void a_status_that_comes_again_is_taken() {
        StatusReporter reporter = open();
        reporter.report(SampleStatuses.plain("1"));
        reporter.report(SampleStatuses.plain("2"));
        reporter.report(SampleStatuses.plain("1"));
        assertThat(received())
                .as("statuses of which one came twice; delivery is at least once, so that is no fault")
                .contains("1", "2")
                .containsOnly("1", "2");
    }

    @Test
    void what_arrived_before_a_restart_stays() {
        open().report(SampleStatuses.plain("1"));
        open().report(SampleStatuses.plain("2"));
        assertThat(received()).as("statuses from before and after a restart").containsExactly("1", "2");
    }

    @Test
    void a_status_that_does_not_arrive_is_told_by_an_exception_and_may_come_again() {
        StatusReporter nobody = openToNobody();
        assertThatThrownBy(
                        () -> nobody.report(SampleStatuses.plain("1")),
                        "a report that cannot arrive must throw; when it returns, the status counts as delivered and is lost")
                .isInstanceOf(RuntimeException.class);
        open().report(SampleStatuses.plain("1"));
        assertThat(received()).as("the status that was given again").containsExactly("1");
    }
}
