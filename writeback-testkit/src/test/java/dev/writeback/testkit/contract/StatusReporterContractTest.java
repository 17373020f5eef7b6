package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.Status;
import dev.writeback.spi.StatusReporter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusReporterContractTest {

    @Test
    void a_sound_reporter_passes() {
        assertThat(ContractRun.failures(StatusReporterContract.class, () -> new FlawedReporter(Receiver::line)))
                .isEmpty();
    }

    @Test
    void every_broken_reporter_is_caught() {
        new Flaws<Function<Receiver, StatusReporter>>(StatusReporterContract.class, FlawedReporter::new)
                .add(
                        "keeps a status back until the next one comes",
                        receiver -> {
                            List<Status> late = new ArrayList<>();
                            return status -> {
                                late.add(status);
                                if (late.size() > 1) {
                                    receiver.take(late.remove(0).id());
                                }
                            };
                        },
                        "a_status_has_arrived_when_the_report_returns")
                .add(
                        "puts the newest status first",
                        receiver -> status -> receiver.received.add(0, status.id()),
                        "statuses_arrive_in_the_order_in_which_they_are_reported")
                .add(
                        "takes a line end in a text for the end of a status",
                        receiver -> status -> Stream.of((status.id() + status.steps()).split("\n", -1))
                                .forEach(line -> receiver.take(line.replaceFirst("\\[.*", ""))),
                        "statuses_of_every_form_arrive")
                .add(
                        "passes over a status without an object",
                        receiver -> status -> {
                            if (status.object().isPresent()) {
                                receiver.take(status.id());
                            }
                        },
                        "a_status_without_an_object_arrives")
                .add(
                        "throws at a status that it knows",
                        receiver -> status -> {
                            if (receiver.received.contains(status.id())) {
                                throw new IllegalStateException(
                                        "the status " + status.id() + " was there before, which is new");
                            }
                            receiver.take(status.id());
                        },
                        "a_status_that_comes_again_is_taken")
                .add(
                        "begins a new list after a restart",
                        receiver -> {
                            receiver.received.clear();
                            return Receiver.line(receiver);
                        },
                        "what_arrived_before_a_restart_stays")
                .add(
                        "swallows a failure",
                        receiver -> status -> {
                            if (receiver.isThere) {
                                receiver.take(status.id());
                            }
                        },
                        "a_status_that_does_not_arrive_is_told_by_an_exception_and_may_come_again")
                .assertCaught();
    }
}
