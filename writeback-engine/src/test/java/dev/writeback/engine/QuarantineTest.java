package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.RecordedStatuses;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final int MAILBOXES = 40;
    private static final int LIMIT = 15;
    private static final String TEXT = "extensionAttribute1";

    private final List<AppliedPlan> shown = new ArrayList<>();

    @Test
    void a_run_that_is_held_goes_on_and_puts_aside_what_it_would_have_written() {
        try (Rig rig = held()) {
            List<Holding> aside = new ArrayList<>();
            StatusReport status = rig.writeback.status(aside::add);

            assertThat(rig.directory.applied).hasValue(LIMIT);
            assertThat(rig.statuses.all).hasSize(LIMIT);
            assertThat(status.objects(Holding.State.HELD)).isEqualTo(MAILBOXES - LIMIT);
            assertThat(status.objects(Holding.State.RESTING)).isEqualTo(LIMIT);
            assertThat(aside)
                    .hasSize(MAILBOXES - LIMIT)
                    .allSatisfy(one ->
                            assertThat(one.held().orElseThrow().destroyed()).isEqualTo(1));
            RunRecord run = status.held().get(0);
            assertThat(status.held()).containsExactly(run);
            assertThat(status.last()).contains(run);
            assertThat(run.problem().orElseThrow().code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
            assertThat(run.counts())
                    .containsEntry("taken", 40L)
                    .containsEntry("written", 15L)
                    .containsEntry("held", 25L);
        }
    }

    @Test
    void nothing_is_written_while_a_run_is_held_and_what_changes_is_taken_in() {
        try (Rig rig = held()) {
            String run = rig.writeback.status(one -> {}).held().get(0).id();
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "news")));

            RunReport delta = rig.writeback.runOnce();
            RunReport all = rig.writeback.reconcile();
            ProvisionReport provisioned = rig.writeback.provision(Mailboxes.id(0));
            UndoReport undone = rig.writeback.undo(run);

            assertThat(List.of(delta.ending(), all.ending(), provisioned.ending(), undone.ending()))
                    .containsOnly(Ending.HELD);
            assertThat(delta.counts().read()).isEqualTo(1);
            assertThat(delta.counts().taken()).isZero();
            assertThat(sentence(delta.problem())).contains("limits.destructiveChanges");
            assertThat(sentence(provisioned.problem())).contains("Nothing is written", run);
            assertThat(sentence(undone.problem())).contains("Nothing is written", run);
            assertThat(rig.directory.applied).hasValue(LIMIT);
            List<Holding> pending = new ArrayList<>();
            rig.writeback.status(pending::add);
            assertThat(pending)
                    .filteredOn(one -> one.state() == Holding.State.PENDING)
                    .hasSize(1);
            assertThat(rig.writeback.plan(plan -> {}).counts().written()).isEqualTo(1);
        }
    }

    @Test
    void what_is_approved_is_written_exactly_and_runs_go_on() {
        try (Rig rig = held()) {
            ApplyReport report = rig.writeback.approve(shown::add);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.applied()).isEqualTo(MAILBOXES - LIMIT);
            assertThat(report.destroyed()).isEqualTo(MAILBOXES - LIMIT);
            assertThat(shown).hasSize(MAILBOXES - LIMIT);
            assertThat(rig.directory.applied).hasValue(MAILBOXES);
            assertThat(rig.statuses.all).hasSize(MAILBOXES);
            assertThat(rig.statuses.all.stream().map(Status::object).distinct()).hasSize(MAILBOXES);
            assertThat(rig.writeback.status(one -> {}).objects(Holding.State.RESTING))
                    .isEqualTo(MAILBOXES);
            assertThat(rig.store.records().journal().runs().newest(9))
                    .extracting(RunRecord::state)
                    .containsExactly(RunRecord.State.APPROVED);
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.writeback.reconcile().counts().unchanged()).isEqualTo(MAILBOXES);
        }
    }

    @Test
    void where_nothing_is_held_there_is_nothing_to_decide() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.writeback.runOnce();

            ApplyReport approved = rig.writeback.approve(shown::add);
            RejectReport rejected = rig.writeback.reject();

            assertThat(List.of(approved.ending(), rejected.ending())).containsOnly(Ending.COMPLETED);
            assertThat(sentence(approved.problem())).contains("No run is held");
            assertThat(sentence(rejected.problem())).contains("No run is held");
            assertThat(rejected.runs()).isEmpty();
            assertThat(shown).isEmpty();
        }
    }

    @Test
    void an_entry_that_somebody_changed_is_refused_and_planned_anew() {
        try (Rig rig = held()) {
            int moved = aside(rig).get(0);
            rig.directory.set(moved, TEXT, "somebody's");

            ApplyReport report = rig.writeback.approve(shown::add);

            assertThat(report.applied()).isEqualTo(MAILBOXES - LIMIT - 1);
            assertThat(report.refused()).isEqualTo(1);
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(rig.directory.text(moved, TEXT)).isEqualTo("somebody's");
            assertThat(rig.statuses.last(moved).problem().orElseThrow().reason())
                    .contains("somebody changed " + TEXT);
            assertThat(rig.writeback.status(one -> {}).held()).isEmpty();

            assertThat(rig.writeback.runOnce().counts().taken()).isEqualTo(1);
            assertThat(rig.statuses.of(Mailboxes.id(moved))).hasSize(2);
        }
    }

    @Test
    void an_object_about_which_something_new_was_said_is_left_to_the_next_run() {
        try (Rig rig = held()) {
            int told = aside(rig).get(0);
            rig.source.page(List.of(Mailboxes.change(told, 2, "CustomAttribute1", "news")));
            rig.writeback.runOnce();

            assertThat(rig.writeback.approve(shown::add).applied()).isEqualTo(MAILBOXES - LIMIT - 1);

            assertThat(rig.directory.text(told, TEXT)).isEqualTo("old");
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(1);
            assertThat(rig.directory.text(told, TEXT)).isEqualTo("news");
        }
    }

    @Test
    void what_is_rejected_waits_for_its_next_change_or_a_reconciliation() {
        try (Rig rig = held()) {
            List<Integer> aside = aside(rig);
            RejectReport report = rig.writeback.reject();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.rejected()).isEqualTo(MAILBOXES - LIMIT);
            assertThat(report.runs()).hasSize(1);
            assertThat(rig.directory.applied).hasValue(LIMIT);
            assertThat(rig.statuses.all).hasSize(MAILBOXES);
            assertThat(rig.statuses.last(aside.get(0)).result()).isEqualTo(Step.Result.SKIPPED);
            assertThat(rig.statuses.last(aside.get(0)).toString()).contains(SkipReason.REJECTED.name());

            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
            rig.source.page(List.of(Mailboxes.change(aside.get(0), 2, "CustomAttribute1", "news")));
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(1);
            try (Writeback raised = rig.builder().build()) {
                assertThat(raised.reconcile().counts().written()).isEqualTo(MAILBOXES - LIMIT - 1);
            }
        }
    }

    @Test
    void a_hold_survives_the_process() {
        try (Rig rig = held()) {
            rig.writeback.close();
            try (Writeback next = rig.builder().build()) {
                assertThat(next.runOnce().ending()).isEqualTo(Ending.HELD);
                assertThat(next.reconcile().ending()).isEqualTo(Ending.HELD);
                assertThat(rig.directory.applied).hasValue(LIMIT);
                assertThat(next.approve(shown::add).applied()).isEqualTo(MAILBOXES - LIMIT);
                assertThat(next.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            }
        }
    }

    @Test
    void nothing_is_written_after_a_process_that_died_between_the_hold_and_what_it_put_aside() {
        try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, ""))) {
            MapDirectory directory = filled(rig);
            DyingStore store = new DyingStore(rig.store) {
                @Override
                void announcing(int writes) {
                    // The batch in which the limit is passed is the second of the only worker.
                    dies = directory.applied.get() > 0;
                }
            };
            try (Writeback dying = rig.builder()
                    .store(store)
                    .connections(1)
                    .limits(Limits.standard().withDestructiveChanges(LIMIT))
                    .build()) {
                assertThat(dying.runOnce().ending()).isEqualTo(Ending.HELD);
            }
            assertThat(rig.writeback.status(one -> {}).objects(Holding.State.HELD))
                    .isZero();

            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);
            assertThat(directory.applied).hasValue(LIMIT);
            assertThat(rig.writeback.approve(shown::add).ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(directory.text(MAILBOXES - 1, TEXT)).isEmpty();
        }
    }

    @Test
    void an_approval_that_dies_in_the_middle_goes_on_when_it_is_given_again() {
        try (Rig rig = held()) {
            DyingStore store = new DyingStore(rig.store);
            store.dies = true;
            try (Writeback dying = rig.builder().store(store).connections(1).build()) {
                assertThat(dying.approve(shown::add).ending()).isEqualTo(Ending.STORE_FAILED);
            }
            int written = rig.directory.applied.get();
            assertThat(written).isGreaterThan(LIMIT);
            assertThat(rig.statuses.all).hasSize(LIMIT);
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);

            ApplyReport again = rig.writeback.approve(shown::add);

            assertThat(again.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(again.alreadyApplied()).isEqualTo(written - LIMIT);
            assertThat(rig.directory.applied).hasValue(MAILBOXES);
            assertThat(rig.statuses.all).hasSize(MAILBOXES);
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void a_hold_stops_the_runs_of_other_processes() {
        try (Rig rig = held();
                Writeback other = rig.builder().reporter(new RecordedStatuses()).build()) {
            rig.source.page(Mailboxes.changes(3, 2, "news"));

            assertThat(other.runOnce().ending()).isEqualTo(Ending.HELD);
            assertThat(rig.directory.applied).hasValue(LIMIT);
        }
    }

    @Test
    void a_hold_stops_the_run_of_another_process_that_goes_on() {
        try (Rig rig = new Rig(MAILBOXES, Mailboxes.changes(MAILBOXES, 1, "new"));
                Writeback other = rig.builder().connections(1).build()) {
            rig.directory.onWriteOf(0, real -> {
                hold(rig, "elsewhere");
                rig.time.advance(Duration.ofSeconds(2));
                return real.get();
            });

            RunReport report = other.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.HELD);
            assertThat(rig.directory.applied).hasValueLessThan(MAILBOXES);
            assertThat(report.counts().held()).isZero();
            assertThat(rig.writeback.status(one -> {}).objects(Holding.State.HELD))
                    .isZero();
            rig.writeback.reject();
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.directory.applied).hasValue(MAILBOXES);
        }
    }

    @Test
    void what_was_put_aside_after_the_decision_is_planned_anew() {
        try (Rig rig = held()) {
            RunRecord run = rig.writeback.status(one -> {}).held().get(0);
            rig.store.records().journal().runs().keep(run.decided(RunRecord.State.APPROVED));

            try (Writeback next = rig.builder().build()) {
                assertThat(next.runOnce().counts().written()).isEqualTo(MAILBOXES - LIMIT);
            }
        }
    }

    @Test
    void a_run_without_anything_to_do_is_not_kept() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"))) {
            RunReport first = rig.writeback.runOnce();
            rig.writeback.runOnce();
            rig.writeback.runOnce();

            assertThat(rig.store.records().journal().runs().newest(9))
                    .singleElement()
                    .satisfies(run -> {
                        assertThat(run.id()).isEqualTo(first.cycleId());
                        assertThat(run.state()).isEqualTo(RunRecord.State.FREE);
                        assertThat(run.ended()).isPresent();
                        assertThat(run.enumerated()).hasValue(2);
                        assertThat(run.counts()).containsEntry("read", 2L).containsEntry("written", 2L);
                    });
        }
    }

    /** After a run that was to clear one value of each mailbox, with one worker. */
    private static Rig held() {
        Rig rig = new Rig(
                MAILBOXES,
                Mailboxes.changes(MAILBOXES, 1, ""),
                Limits.standard().withDestructiveChanges(LIMIT));
        filled(rig);
        assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.HELD);
        return rig;
    }

    private static MapDirectory filled(Rig rig) {
        IntStream.range(0, MAILBOXES).forEach(number -> rig.directory.set(number, TEXT, "old"));
        return rig.directory;
    }

    private static void hold(Rig rig, String run) {
        rig.store
                .records()
                .journal()
                .runs()
                .keep(new RunRecord(
                        run,
                        rig.time.instant(),
                        Optional.empty(),
                        RunRecord.State.HELD,
                        Optional.of(MapDirectory.problem(ErrorCode.DESTRUCTION_LIMIT)),
                        OptionalLong.empty(),
                        Map.of()));
    }

    /** The mailboxes of which the plan was put aside. */
    private static List<Integer> aside(Rig rig) {
        return IntStream.range(0, MAILBOXES)
                .filter(number -> rig.directory.text(number, TEXT).equals("old"))
                .boxed()
                .toList();
    }

    private static String sentence(Optional<Problem> problem) {
        return problem.orElseThrow().reason();
    }
}
