package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.RejectedChange;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run does when a directory, a source or a plug-in does what it should not. */
class FaultsTest {

    @Test
    void reads_and_plans_again_when_somebody_was_there_first() {
        try (Rig rig = new Rig(20, Mailboxes.changes(20, 1, "ours"))) {
            rig.directory.set(7, "extensionAttribute1", "old");
            AtomicInteger first = new AtomicInteger();
            rig.directory.onWriteOf(7, real -> {
                if (first.getAndIncrement() == 0) {
                    rig.directory.set(7, "extensionAttribute1", "theirs");
                }
                return real.get();
            });

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().written()).isEqualTo(20);
            assertThat(report.counts().writes()).isEqualTo(21);
            assertThat(rig.directory.text(7, "extensionAttribute1")).isEqualTo("ours");
            assertThat(rig.statuses.of(Mailboxes.id(7))).hasSize(1);
            assertThat(rig.statuses.last(7).written().get(0).directory()).hasToString("[theirs]");
        }
    }

    @Test
    void gives_an_entry_up_that_somebody_keeps_changing_and_tries_it_later() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"))) {
            rig.directory.onWriteOf(1, real -> MapDirectory.stale());

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().writes()).isEqualTo(6);
            assertThat(rig.statuses.last(1).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_CONFLICT);
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.SUCCESS);
        }
    }

    @Test
    void takes_a_write_whose_answer_was_lost_for_done_if_the_entry_shows_it() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.onWriteOf(0, real -> {
                real.get();
                return unknown();
            });

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(report.counts().writes()).isEqualTo(1);
            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(status.written()).hasSize(1);
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
            rig.source.page(Mailboxes.changes(1, 2, "x"));
            assertThat(rig.writeback.runOnce().counts().lookups()).isZero();
        }
    }

    @Test
    void reports_a_write_whose_answer_was_lost_although_the_directory_is_gone_when_it_looks_again() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.onWriteOf(0, real -> {
                real.get();
                rig.directory.onLookup = (request, answer) -> request.anchors().stream()
                        .<LookupOutcome>map(anchors -> new LookupOutcome.Unavailable(down()))
                        .toList();
                return unknown();
            });

            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);

            Status status = rig.statuses.last(0);
            assertThat(status.problem().orElseThrow().code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(status.plan().orElseThrow().modifications()).hasSize(1);
        }
    }

    @Test
    void writes_again_when_the_answer_was_lost_and_nothing_was_done() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            AtomicInteger times = new AtomicInteger();
            rig.directory.onWriteOf(0, real -> times.getAndIncrement() == 0 ? unknown() : real.get());
            RunReport report = rig.writeback.runOnce();
            assertThat(report.counts().writes()).isEqualTo(2);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("x");
        }
    }

    @Test
    void says_that_the_outcome_is_unknown_if_no_answer_ever_comes() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.onWriteOf(0, real -> unknown());
            rig.writeback.runOnce();
            assertThat(rig.statuses.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void looks_for_an_entry_that_went_away_and_says_that_it_is_gone() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.onWriteOf(0, real -> {
                rig.directory.remove(0);
                return real.get();
            });
            rig.writeback.runOnce();
            assertThat(rig.statuses.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
        }
    }

    @Test
    void stops_when_the_directory_goes_away_and_goes_on_where_it_stopped() {
        try (Rig rig = new Rig(300, Mailboxes.changes(300, 1, "x"))) {
            AtomicInteger left = new AtomicInteger(50);
            rig.directory.onWrite =
                    (write, real) -> left.getAndDecrement() > 0 ? real.get() : new WriteOutcome.Unavailable(down());

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.problem()).contains(down());
            assertThat(report.counts().written()).isEqualTo(50);
            assertThat(report.counts().failed()).isZero();
            assertThat(report.counts().writes()).isLessThanOrEqualTo(54);
            assertThat(rig.statuses.all).hasSize(50);
            rig.directory.onWrite = (write, real) -> real.get();
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(250);
            assertThat(rig.directory.applied).hasValue(300);
        }
    }

    @Test
    void stops_when_the_directory_cannot_be_asked() {
        try (Rig rig = new Rig(30, Mailboxes.changes(30, 1, "x"))) {
            rig.directory.onLookup = (request, real) -> request.anchors().stream()
                    .<LookupOutcome>map(anchors -> new LookupOutcome.Unavailable(down()))
                    .toList();
            RunReport report = rig.writeback.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.counts().released()).isEqualTo(report.counts().taken());
            assertThat(rig.statuses.all).isEmpty();
        }
    }

    @Test
    void puts_aside_an_entry_that_the_directory_is_too_busy_for_and_goes_on() {
        try (Rig rig = new Rig(10, Mailboxes.changes(10, 1, "x"))) {
            rig.directory.onWriteOf(
                    3, real -> new WriteOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_BUSY)));
            RunReport report = rig.writeback.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().written()).isEqualTo(9);
            assertThat(rig.statuses.last(3).problem().orElseThrow().code()).isEqualTo(ErrorCode.DIRECTORY_BUSY);
        }
    }

    @Test
    void reports_what_the_directory_refuses_word_for_word_and_goes_on() {
        Problem refused = new Problem(ErrorCode.REJECTED, "No.", "Ask.", "00002082: AtrErr");
        Problem forbidden = new Problem(ErrorCode.INSUFFICIENT_RIGHTS, "Not you.", "Grant.", "00002098: SecErr");
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "x"))) {
            rig.directory.onWriteOf(0, real -> new WriteOutcome.Rejected(refused));
            rig.directory.onWriteOf(1, real -> new WriteOutcome.NotPermitted(forbidden));
            rig.writeback.runOnce();
            assertThat(rig.statuses.last(0).problem()).contains(refused);
            assertThat(rig.statuses.last(1).problem()).contains(forbidden);
            assertThat(rig.statuses.last(1).steps()).last().satisfies(step -> {
                assertThat(step.type()).isEqualTo(Step.Type.EXPORT);
                assertThat(step.result()).isEqualTo(Step.Result.FAILURE);
            });
            assertThat(rig.statuses.last(2).result()).isEqualTo(Step.Result.SUCCESS);
        }
    }

    @Test
    void holds_before_the_write_that_would_destroy_too_much() {
        int mailboxes = 40;
        try (Rig rig = new Rig(
                mailboxes,
                Mailboxes.changes(mailboxes, 1, ""),
                Limits.standard().withDestructiveChanges(15))) {
            IntStream.range(0, mailboxes).forEach(number -> rig.directory.set(number, "extensionAttribute1", "old"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.HELD);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
            assertThat(report.counts().destroyed()).isEqualTo(15);
            assertThat(rig.directory.applied).hasValue(15);
            assertThat(rig.statuses.all).hasSize(15);
            assertThat(report.counts().taken()).isEqualTo(mailboxes);
            assertThat(report.counts().held()).isEqualTo(mailboxes - 15);
            assertThat(rig.writeback.runOnce().counts().written()).isZero();
        }
    }

    @Test
    void does_not_count_a_destruction_that_did_not_happen() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, ""), Limits.standard().withDestructiveChanges(3))) {
            IntStream.range(0, 3).forEach(number -> rig.directory.set(number, "extensionAttribute1", "old"));
            rig.directory.onWriteOf(0, real -> MapDirectory.stale());
            RunReport report = rig.writeback.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().destroyed()).isEqualTo(2);
        }
    }

    @Test
    void keeps_a_poisoned_object_from_the_others() {
        try (Rig rig = new Rig(30, Mailboxes.changes(30, 1, "x"))) {
            rig.directory.onLookup = (request, real) -> {
                if (request.anchors().stream()
                        .anyMatch(anchors -> anchors.toString().contains(poison()))) {
                    throw new IllegalStateException("value of a person");
                }
                return real.get();
            };
            rig.directory.onWriteOf(5, real -> {
                throw new IllegalStateException("value of a person");
            });

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().written()).isEqualTo(28);
            for (int number : List.of(3, 5)) {
                Problem problem = rig.statuses.last(number).problem().orElseThrow();
                assertThat(problem.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                assertThat(problem.toString() + problem.diagnostic())
                        .contains("IllegalStateException")
                        .doesNotContain("value of a person");
            }
        }
    }

    @Test
    void keeps_going_with_a_sink_that_answers_about_another_number_of_entries() {
        try (Rig rig = new Rig(4, Mailboxes.changes(4, 1, "x"))) {
            rig.directory.onLookup = (request, real) -> request.anchors().size() > 1
                    ? real.get().subList(1, request.anchors().size())
                    : real.get();
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(4);
        }
    }

    @Test
    void fails_for_two_entries_of_one_anchor_and_says_which() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.onLookup = (request, real) ->
                    List.of(new LookupOutcome.Ambiguous(MapDirectory.problem(ErrorCode.AMBIGUOUS_MATCH)));
            rig.writeback.runOnce();
            Status status = rig.statuses.last(0);
            assertThat(status.problem().orElseThrow().code()).isEqualTo(ErrorCode.AMBIGUOUS_MATCH);
            assertThat(status.steps()).last().extracting(Step::type).isEqualTo(Step.Type.MATCHING);
        }
    }

    @Test
    void reports_what_cannot_be_read_with_its_place_and_goes_on() {
        try (Rig rig = new Rig(1, List.of())) {
            rig.source.page(
                    Mailboxes.changes(1, 1, "x"),
                    new RejectedChange("feed/1.jsonl:3:9", "The line is not JSON.", Optional.empty(), "{oops"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().rejected()).isEqualTo(1);
            assertThat(report.counts().written()).isEqualTo(1);
            Status status = rig.statuses.all.get(0);
            assertThat(status.object()).isEmpty();
            assertThat(status.problem().orElseThrow().code()).isEqualTo(ErrorCode.MALFORMED_CHANGE);
            assertThat(status.problem().orElseThrow().reason()).isEqualTo("feed/1.jsonl:3:9: The line is not JSON.");
            assertThat(status.steps().get(0).details())
                    .containsEntry("Place", "feed/1.jsonl:3:9")
                    .containsEntry("Content", "{oops");
        }
    }

    @Test
    void does_not_wait_for_a_reporter_that_always_throws_and_delivers_when_it_is_back() {
        List<String> taken = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        try (Rig rig = new Rig(50, Mailboxes.changes(50, 1, "x"));
                Writeback other = rig.builder()
                        .reporter(status -> {
                            if (calls.incrementAndGet() <= 6) {
                                throw new IllegalStateException("down");
                            }
                            taken.add(status.id());
                        })
                        .build()) {
            RunReport first = other.runOnce();
            assertThat(first.counts().written()).isEqualTo(50);
            int undelivered = first.undelivered();
            for (int tries = 0; tries < 3 && undelivered > 0; tries++) {
                undelivered = other.runOnce().undelivered();
            }
            assertThat(undelivered).isZero();
            assertThat(taken).hasSize(50).doesNotHaveDuplicates();
        }
    }

    @Test
    void keeps_the_order_of_an_object_and_delivers_the_others_past_a_status_that_is_refused() {
        List<Status> taken = new ArrayList<>();
        AtomicInteger refusals = new AtomicInteger(2);
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "x"));
                Writeback other = rig.builder()
                        .reporter(status -> {
                            if (status.object().orElseThrow().equals(Mailboxes.id(1))
                                    && refusals.getAndDecrement() > 0) {
                                throw new IllegalStateException("not this one");
                            }
                            taken.add(status);
                        })
                        .build()) {
            assertThat(other.runOnce().undelivered()).isLessThanOrEqualTo(1);
            rig.source.page(Mailboxes.changes(3, 2, "y"));
            other.runOnce();
            other.runOnce();
            assertThat(taken).hasSize(6);
            assertThat(taken)
                    .filteredOn(status -> status.object().orElseThrow().equals(Mailboxes.id(1)))
                    .extracting(status -> status.written().get(0).result().toString())
                    .containsExactly("[x]", "[y]");
        }
    }

    @Test
    void ends_with_a_store_that_fails_and_says_so() {
        try (Rig rig = new Rig(5, Mailboxes.changes(5, 1, "x"));
                Writeback broken = rig.builder()
                        .store(Faults.none()
                                .on(Call.SETTLE, When.always(), Fault.unavailable())
                                .begin()
                                .store(rig.store))
                        .build()) {
            RunReport report = broken.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.STORE_FAILED);
            assertThat(report.problem().orElseThrow().reason())
                    .contains("The store failed: The plan of faults says that the store fails at SETTLE");
        }
    }

    @Test
    void waits_for_a_retry_no_longer_than_the_longest_wait() {
        try (Rig rig = new Rig(0, Mailboxes.changes(1, 1, "x"));
                Writeback patient = rig.builder()
                        .random(() -> 0)
                        .retry(new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(9), Duration.ofHours(72)))
                        .build()) {
            patient.runOnce();
            for (int minutes : List.of(1, 4, 9, 9, 9)) {
                rig.time.advance(Duration.ofMinutes(minutes).minusSeconds(1));
                assertThat(patient.runOnce().counts().taken()).isZero();
                rig.time.advance(Duration.ofSeconds(1));
                assertThat(patient.runOnce().counts().failed()).isEqualTo(1);
            }
        }
    }

    private static String poison() {
        return Mailboxes.guid(3).toBase64();
    }

    private static WriteOutcome unknown() {
        return new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
    }

    private static Problem down() {
        return MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE);
    }
}
