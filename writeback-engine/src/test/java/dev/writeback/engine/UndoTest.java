package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.expression.Expression;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.model.AttributeName;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Taking a run back. */
class UndoTest {

    @Test
    void brings_each_entry_back_to_what_it_was_before_the_run() {
        try (Rig rig = new Rig(250, Mailboxes.changes(250, 1, "ours"))) {
            rig.directory.set(7, "extensionAttribute1", "old");
            String run = rig.writeback.runOnce().cycleId();
            int lookups = rig.directory.lookups.get();

            UndoReport report = rig.writeback.undo(run);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().restored()).isEqualTo(250);
            assertThat(report.counts().left()).isZero();
            assertThat(rig.directory.text(7, "extensionAttribute1")).isEqualTo("old");
            assertThat(rig.directory.text(8, "extensionAttribute1")).isEmpty();
            assertThat(rig.directory.lookups.get() - lookups).isEqualTo(3);
        }
    }

    @Test
    void leaves_what_somebody_changed_since_and_names_it() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            rig.directory.set(0, "extensionAttribute1", "theirs");

            UndoReport report = rig.writeback.undo(run);

            assertThat(report.counts().restored()).isEqualTo(1);
            assertThat(report.counts().left()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("theirs");
            Status status = rig.statuses.last(0);
            assertThat(status.plan()
                            .orElseThrow()
                            .decisions(Verdict.KEPT)
                            .get(0)
                            .reason())
                    .isEqualTo("Somebody has changed it since run %s wrote it, so it is left.".formatted(run));
            assertThat(status.cycleId()).isEqualTo(report.cycleId());
        }
    }

    @Test
    void tells_of_each_entry_in_a_status_of_its_own() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            UndoReport report = rig.writeback.undo(run);
            Status status = rig.statuses.last(0);
            assertThat(status.cycleId()).isEqualTo(report.cycleId()).isNotEqualTo(run);
            assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(status.written()).hasSize(1);
            assertThat(status.written().get(0).provenance().rule()).isEqualTo("undo");
            assertThat(status.steps().get(0).details()).containsEntry("Undoes", run);
        }
    }

    @Test
    void is_neither_drift_nor_written_again_before_the_cloud_changes() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            rig.directory.set(0, "extensionAttribute1", "old");
            rig.writeback.undo(rig.writeback.runOnce().cycleId());

            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "ours", "CustomAttribute2", "new")));
            rig.writeback.runOnce();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("old");
            assertThat(rig.directory.text(0, "extensionAttribute2")).isEqualTo("new");
            assertThat(rig.statuses.last(0).plan().orElseThrow().decisions(Verdict.DRIFT))
                    .isEmpty();

            rig.source.page(Mailboxes.changes(1, 3, "newer"));
            rig.writeback.runOnce();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("newer");
        }
    }

    @Test
    void is_written_again_by_a_reconciliation() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            rig.writeback.undo(rig.writeback.runOnce().cycleId());
            rig.writeback.reconcile();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("ours");
        }
    }

    @Test
    void can_be_undone_itself() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "ours"))) {
            UndoReport undo = rig.writeback.undo(rig.writeback.runOnce().cycleId());
            UndoReport again = rig.writeback.undo(undo.cycleId());
            assertThat(again.counts().restored()).isEqualTo(3);
            assertThat(rig.directory.text(2, "extensionAttribute1")).isEqualTo("ours");
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
            List<Written> journal = JournalTest.journal(rig.store);
            assertThat(journal).hasSize(9);
            assertThat(journal.get(8).undoes()).contains(undo.cycleId());
        }
    }

    @Test
    void finds_nothing_to_do_the_second_time() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            rig.writeback.undo(run);
            UndoReport again = rig.writeback.undo(run);
            assertThat(again.counts().restored()).isZero();
            assertThat(again.counts().unchanged()).isEqualTo(3);
            assertThat(again.ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void takes_back_only_the_run_that_is_named() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "first"))) {
            String first = rig.writeback.runOnce().cycleId();
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "first", "CustomAttribute2", "second")));
            String second = rig.writeback.runOnce().cycleId();
            rig.writeback.undo(second);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("first");
            assertThat(rig.directory.text(0, "extensionAttribute2")).isEmpty();
            rig.writeback.undo(first);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEmpty();
        }
    }

    @Test
    void says_in_one_sentence_that_a_run_is_unknown() {
        try (Rig rig = new Rig(1, List.of())) {
            UndoReport report = rig.writeback.undo("no-such-run");
            assertThat(report.isKnown()).isFalse();
            assertThat(report.problem().orElseThrow().reason())
                    .isEqualTo("The journal holds nothing of a run no-such-run.");
            assertThat(rig.writeback.previewUndo("no-such-run", plan -> {}).isKnown())
                    .isFalse();
        }
    }

    @Test
    void shows_what_it_would_write_and_writes_nothing() {
        try (Rig rig = new Rig(120, Mailboxes.changes(120, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            int writes = rig.directory.writes.get();
            List<Plan> plans = new ArrayList<>();

            UndoReport report = rig.writeback.previewUndo(run, plans::add);

            assertThat(plans).hasSize(120).allMatch(Plan::writes);
            assertThat(report.counts().restored()).isEqualTo(120);
            assertThat(report.counts().destroyed()).isEqualTo(120);
            assertThat(rig.directory.writes.get()).isEqualTo(writes);
            assertThat(JournalTest.journal(rig.store)).hasSize(120);
            assertThat(rig.writeback.undo(run).counts().restored()).isEqualTo(120);
        }
    }

    @Test
    void is_held_before_it_destroys_too_much() {
        Limits limits = new Limits(2, null);
        try (Rig rig = new Rig(5, Mailboxes.changes(5, 1, "ours"), limits)) {
            String run = rig.writeback.runOnce().cycleId();
            assertThat(rig.writeback.previewUndo(run, plan -> {}).ending()).isEqualTo(Ending.HELD);
            UndoReport report = rig.writeback.undo(run);
            assertThat(report.ending()).isEqualTo(Ending.HELD);
            assertThat(report.counts().restored()).isEqualTo(2);
            assertThat(report.counts().released()).isEqualTo(3);
        }
    }

    @Test
    void looks_again_when_somebody_was_there_first() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            rig.directory.onWriteOf(0, real -> {
                rig.directory.set(0, "extensionAttribute1", "theirs");
                return real.get();
            });
            UndoReport report = rig.writeback.undo(run);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("theirs");
            assertThat(report.counts().left()).isEqualTo(1);
        }
    }

    @Test
    void keeps_a_write_whose_answer_was_lost() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            rig.directory.onWriteOf(0, real -> {
                real.get();
                return new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
            });
            UndoReport report = rig.writeback.undo(run);
            assertThat(report.counts().restored()).isEqualTo(1);
            assertThat(JournalTest.journal(rig.store)).hasSize(2);
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
            rig.source.page(Mailboxes.changes(1, 2, "ours"));
            rig.writeback.runOnce();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEmpty();
        }
    }

    @Test
    void stays_undone_although_the_worker_died_before_it_could_say_so() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            DyingStore store = new DyingStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                String run = writeback.runOnce().cycleId();
                store.dies = true;
                assertThat(writeback.undo(run).ending()).isEqualTo(Ending.STORE_FAILED);
                rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "ours", "CustomAttribute2", "x")));
                writeback.runOnce();
                assertThat(rig.directory.text(0, "extensionAttribute1")).isEmpty();
                assertThat(rig.directory.text(0, "extensionAttribute2")).isEqualTo("x");
                assertThat(JournalTest.journal(rig.store)).hasSize(3);
            }
        }
    }

    @Test
    void goes_back_step_by_step_where_a_run_wrote_an_entry_twice() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "first"))) {
            rig.directory.set(0, "extensionAttribute1", "old");
            rig.directory.onWriteOf(0, real -> {
                rig.directory.onWrite = (write, next) -> next.get();
                WriteOutcome outcome = real.get();
                Arriving.at(rig.store, "other", Mailboxes.changes(1, 2, "second"), "1");
                return outcome;
            });
            String run = rig.writeback.runOnce().cycleId();
            assertThat(JournalTest.journal(rig.store))
                    .hasSize(2)
                    .allMatch(it -> it.run().equals(run));
            List<Plan> plans = new ArrayList<>();
            rig.writeback.previewUndo(run, plans::add);
            assertThat(plans).hasSize(1);
            assertThat(rig.writeback.undo(run).counts().restored()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("old");
        }
    }

    @Test
    void goes_back_value_by_value_and_keeps_what_others_added() {
        try (Rig rig = new Rig(1, List.of(Mailboxes.change(0, 1, "EmailAddresses", "SMTP:new@contoso.example")))) {
            AttributeName addresses = AttributeName.of("proxyAddresses");
            rig.directory.set(0, "proxyAddresses", "SMTP:old@contoso.example");
            String run = rig.writeback.runOnce().cycleId();
            List<String> written = rig.directory.values(0, addresses);
            assertThat(written).contains("SMTP:new@contoso.example");
            UndoReport report = rig.writeback.undo(run);
            assertThat(rig.directory.values(0, addresses)).containsExactly("SMTP:old@contoso.example");
            assertThat(report.problem()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void shows_the_journal_of_a_run_or_of_all() {
        try (Rig rig = new Rig(120, Mailboxes.changes(120, 1, "ours"))) {
            String run = rig.writeback.runOnce().cycleId();
            String undo = rig.writeback.undo(run).cycleId();
            List<JournalLine> lines = new ArrayList<>();
            assertThat(rig.writeback.journal(Optional.of(undo), lines::add))
                    .isEqualTo(new JournalReport(120, Optional.empty()));
            assertThat(lines).allMatch(line -> line.record().run().equals(undo));
            assertThat(rig.writeback.journal(Optional.empty(), lines::add).lines())
                    .isEqualTo(240);
            assertThat(rig.writeback
                            .journal(Optional.of("no-such-run"), lines::add)
                            .problem()
                            .orElseThrow()
                            .code())
                    .isEqualTo(ErrorCode.RUN_NOT_FOUND);
        }
    }

    @Test
    void restores_what_is_not_to_be_seen_and_shows_none_of_it() {
        Profile secret = Profile.builder("secret")
                .rule(Rule.computed(
                        "extensionAttribute1",
                        Expression.parse("Redact([CustomAttribute1])", List.of("CustomAttribute1"))))
                .build();
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "hidden"));
                Writeback writeback = rig.builder().profile(secret).build()) {
            rig.directory.set(0, "extensionAttribute1", "veiled");
            String run = writeback.runOnce().cycleId();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("hidden");
            StringBuilder all = new StringBuilder();
            writeback.journal(Optional.empty(), all::append);
            writeback.previewUndo(run, all::append);
            writeback.undo(run);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("veiled");
            rig.statuses.all.forEach(all::append);
            assertThat(all.toString())
                    .contains("[Redact]")
                    .doesNotContain("hidden")
                    .doesNotContain("veiled");
        }
    }

    @Test
    void shows_each_step_back_where_a_run_wrote_an_entry_at_two_far_places_of_its_journal() {
        try (Rig rig = new Rig(150, Mailboxes.changes(150, 1, "first"))) {
            rig.directory.onWriteOf(0, real -> {
                rig.directory.onWrite = (write, next) -> next.get();
                WriteOutcome outcome = real.get();
                Arriving.at(rig.store, "other", Mailboxes.changes(1, 2, "second"), "1");
                return outcome;
            });
            String run = rig.writeback.runOnce().cycleId();
            assertThat(JournalTest.journal(rig.store)).hasSize(151);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("second");
            List<Plan> plans = new ArrayList<>();

            UndoReport preview = rig.writeback.previewUndo(run, plans::add);

            assertThat(plans).allMatch(Plan::writes);
            assertThat(preview.counts().left()).isZero();
            UndoReport report = rig.writeback.undo(run);
            assertThat(report.counts()).isEqualTo(preview.counts());
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEmpty();
        }
    }

    @Test
    void is_no_drift_to_whoever_watches_the_directory() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "ours"))) {
            MapWatch.of(rig.directory);
            String run = rig.writeback.runOnce().cycleId();
            rig.writeback.undo(run);
            rig.directory.set(2, "extensionAttribute1", "theirs");

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().drifted()).isEqualTo(1);
            assertThat(report.counts().writes()).isZero();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEmpty();
        }
    }

    @Test
    void says_so_when_somebody_took_the_primary_address_away_at_the_same_time() {
        try (Rig rig = new Rig(1, List.of(Mailboxes.change(0, 1, "EmailAddresses", "SMTP:new@contoso.example")))) {
            AttributeName addresses = AttributeName.of("proxyAddresses");
            rig.directory.set(0, "proxyAddresses", "SMTP:old@contoso.example");
            String run = rig.writeback.runOnce().cycleId();
            rig.directory.onWriteOf(0, real -> {
                WriteOutcome outcome = real.get();
                rig.directory.set(0, "proxyAddresses", "smtp:old@contoso.example");
                return outcome;
            });

            UndoReport report = rig.writeback.undo(run);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(rig.directory.values(0, addresses)).containsExactly("smtp:old@contoso.example");
            assertThat(rig.statuses.last(0).problem().orElseThrow().reason()).contains("while it went back");
            assertThat(JournalTest.journal(rig.store)).hasSize(2);
        }
    }
}
