package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.json.InvalidPlanException;
import dev.writeback.engine.json.PlanJson;
import dev.writeback.engine.json.PlanReader;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.AppliedPlan.End;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.Holding;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplyTest {

    private final List<AppliedPlan> shown = new ArrayList<>();

    @Test
    void a_saved_plan_is_carried_out_and_a_run_finds_nothing_left_to_write() {
        try (Rig rig = new Rig(250, Mailboxes.changes(250, 1, "R&D"))) {
            String document = saved(rig);

            ApplyReport report = apply(rig, document);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.applied()).isEqualTo(250);
            assertThat(rig.directory.writes).hasValue(250);
            assertThat(rig.directory.text(249, "extensionAttribute1")).isEqualTo("R&D");
            assertThat(rig.statuses.all).hasSize(250).allSatisfy(status -> {
                assertThat(status.cycleId()).isEqualTo(report.cycleId());
                assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
                assertThat(status.written()).hasSize(1);
            });
            RunReport run = rig.writeback.runOnce();
            assertThat(run.counts().written()).isZero();
            assertThat(run.counts().unchanged()).isEqualTo(250);
            assertThat(rig.directory.writes).hasValue(250);
        }
    }

    @Test
    void an_entry_that_has_changed_since_is_refused_and_named_and_the_others_are_written() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "x"))) {
            String document = saved(rig);
            rig.directory.set(1, "extensionAttribute1", "theirs");

            ApplyReport report = apply(rig, document);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.applied()).isEqualTo(2);
            assertThat(report.refused()).isEqualTo(1);
            assertThat(rig.directory.text(1, "extensionAttribute1")).isEqualTo("theirs");
            AppliedPlan refused = shown(End.REFUSED);
            assertThat(refused.problem().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
            assertThat(refused.problem().orElseThrow().reason())
                    .isEqualTo(
                            "%s is no longer what the plan was made from: somebody changed extensionAttribute1 since."
                                    .formatted(rig.directory.name(1)));
            assertThat(rig.statuses.last(1).problem().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
            assertThat(rig.statuses.last(1).result()).isEqualTo(Step.Result.FAILURE);
        }
    }

    /** What was reviewed shows the other attributes too. */
    @Test
    void a_change_of_an_attribute_that_the_plan_leaves_alone_counts_too() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.directory.set(0, "extensionAttribute7", "theirs");

            assertThat(apply(rig, document).refused()).isEqualTo(1);
            assertThat(shown(End.REFUSED).problem().orElseThrow().reason()).contains("extensionAttribute7");
            assertThat(rig.directory.writes).hasValue(0);
        }
    }

    @Test
    void a_difference_in_case_counts() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.set(0, "extensionAttribute1", "old");
            String document = saved(rig);
            rig.directory.set(0, "extensionAttribute1", "OLD");

            assertThat(apply(rig, document).refused()).isEqualTo(1);
        }
    }

    @Test
    void applied_twice_it_says_so_and_writes_nothing() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"))) {
            String document = saved(rig);
            apply(rig, document);
            shown.clear();

            ApplyReport again = apply(rig, document);

            assertThat(again.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(again.alreadyApplied()).isEqualTo(2);
            assertThat(rig.directory.writes).hasValue(2);
            assertThat(shown).extracting(AppliedPlan::end).containsOnly(End.ALREADY_APPLIED);
        }
    }

    @Test
    void what_the_cloud_has_said_since_stays_pending() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "planned"))) {
            String document = saved(rig);
            rig.source.page(Mailboxes.changes(1, 2, "newer"));
            rig.writeback.plan(plan -> {});

            assertThat(apply(rig, document).applied()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("planned");
            assertThat(rig.store.records().holdings().of(List.of(Mailboxes.id(0))))
                    .extracting(Holding::state)
                    .containsExactly(Holding.State.PENDING);

            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("newer");
            assertThat(rig.statuses.last(0).result()).isEqualTo(Step.Result.SUCCESS);
        }
    }

    @Test
    void a_store_that_knows_nothing_yet_reads_the_source_first() {
        List<CloudChange> changes = Mailboxes.changes(2, 1, "x");
        try (Rig rig = new Rig(2, changes);
                Rig fresh = new Rig(2, changes)) {
            String document = saved(rig);

            assertThat(apply(fresh, document).applied()).isEqualTo(2);
            assertThat(fresh.directory.text(1, "extensionAttribute1")).isEqualTo("x");
        }
    }

    @Test
    void an_object_that_the_source_knows_nothing_of_is_refused_and_named() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"));
                Rig other = new Rig(2, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);

            ApplyReport report = apply(other, document);

            assertThat(report.applied()).isEqualTo(1);
            assertThat(report.refused()).isEqualTo(1);
            assertThat(shown(End.REFUSED).problem().orElseThrow().reason())
                    .contains(Mailboxes.id(1).value());
            assertThat(other.directory.text(1, "extensionAttribute1")).isEmpty();
        }
    }

    @Test
    void an_object_that_the_cloud_has_let_go_is_left_alone() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.source.page(List.of(CloudChange.removal(Mailboxes.id(0), 2)));
            rig.writeback.plan(plan -> {});

            assertThat(apply(rig, document).refused()).isEqualTo(1);
            assertThat(rig.directory.writes).hasValue(0);
        }
    }

    @Test
    void an_entry_that_is_gone_is_refused() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.directory.remove(0);

            assertThat(apply(rig, document).refused()).isEqualTo(1);
            assertThat(shown(End.REFUSED).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
        }
    }

    @Test
    void an_entry_that_was_renamed_is_still_the_same() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.directory.rename(0, "Married");

            assertThat(apply(rig, document).applied()).isEqualTo(1);
        }
    }

    @Test
    void an_entry_outside_the_scope_is_refused() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"));
                Writeback scoped = rig.builder()
                        .scope(new Scope(List.of(rig.directory
                                .place("OU=Elsewhere,DC=corp,DC=example")
                                .dn())))
                        .build()) {
            String document = saved(rig);

            assertThat(apply(scoped, document).refused()).isEqualTo(1);
            assertThat(rig.directory.writes).hasValue(0);
        }
    }

    @Test
    void an_entry_that_became_privileged_is_refused() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.directory.set(0, "adminCount", "1");

            assertThat(apply(rig, document).refused()).isEqualTo(1);
            assertThat(shown(End.REFUSED).problem().orElseThrow().reason()).contains("adminCount");
            assertThat(rig.directory.writes).hasValue(0);
        }
    }

    @Test
    void somebody_who_comes_between_the_look_and_the_write_is_not_overwritten() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.directory.onWrite = (write, real) -> {
                rig.directory.set(0, "extensionAttribute1", "theirs");
                return real.get();
            };

            assertThat(apply(rig, document).refused()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("theirs");
            assertThat(rig.directory.writes).hasValue(1);
        }
    }

    @Test
    void a_write_that_is_told_stale_is_not_tried_again() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            String document = saved(rig);
            rig.directory.onWrite = (write, real) -> MapDirectory.stale();

            assertThat(apply(rig, document).refused()).isEqualTo(1);
            assertThat(rig.directory.writes).hasValue(1);
            assertThat(shown(End.REFUSED).problem().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
        }
    }

    @Test
    void a_write_whose_answer_was_lost_is_looked_for() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"))) {
            String document = saved(rig);
            rig.directory.onWriteOf(0, real -> {
                real.get();
                return new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
            });
            List<WriteOutcome> lost = new ArrayList<>();
            rig.directory.onWriteOf(1, real -> {
                if (!lost.isEmpty()) {
                    return real.get();
                }
                lost.add(new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN)));
                return lost.get(0);
            });

            assertThat(apply(rig, document).applied()).isEqualTo(2);
            assertThat(rig.directory.text(1, "extensionAttribute1")).isEqualTo("x");
            assertThat(journal(rig)).hasSize(2);
        }
    }

    @Test
    void each_write_stands_in_the_journal_with_before_and_after() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.directory.set(0, "extensionAttribute1", "old");
            String document = saved(rig);

            ApplyReport report = apply(rig, document);

            assertThat(journal(rig)).singleElement().isInstanceOfSatisfying(JournalRecord.Written.class, written -> {
                assertThat(written.run()).isEqualTo(report.cycleId());
                assertThat(written.changes()).singleElement().satisfies(change -> {
                    assertThat(change.before()).hasToString("[old]");
                    assertThat(change.after()).hasToString("[x]");
                });
            });
        }
    }

    @Test
    void nothing_is_destroyed_beyond_the_limit() {
        try (Rig rig = new Rig(3, List.of(), Limits.standard().withDestructiveChanges(2))) {
            List<CloudChange> clearing = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                rig.directory.set(i, "extensionAttribute1", "old");
                clearing.add(Mailboxes.change(i, 1, "CustomAttribute1", ""));
            }
            rig.source.page(clearing);
            String document = saved(rig);

            ApplyReport report = apply(rig, document);

            assertThat(report.ending()).isEqualTo(Ending.HELD);
            assertThat(report.applied()).isEqualTo(2);
            assertThat(report.released()).isEqualTo(1);
            assertThat(report.destroyed()).isEqualTo(2);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
        }
    }

    @Test
    void a_directory_that_goes_away_leaves_the_rest_as_it_was() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"))) {
            String document = saved(rig);
            rig.directory.onWrite = (write, real) ->
                    new WriteOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE));

            ApplyReport report = apply(rig, document);

            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.released()).isEqualTo(2);
            rig.directory.onWrite = (write, real) -> real.get();
            assertThat(apply(rig, document).applied()).isEqualTo(2);
        }
    }

    @Test
    void a_document_that_is_cut_off_or_for_another_profile_writes_nothing() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"));
                Writeback other =
                        rig.builder().profile(Profile.builder("other").build()).build()) {
            String document = saved(rig);

            assertThatThrownBy(() -> apply(rig, document.substring(0, document.length() - 4)))
                    .isInstanceOf(InvalidPlanException.class)
                    .hasMessageContaining("cut off");
            assertThatThrownBy(() -> apply(other, document))
                    .isInstanceOf(InvalidPlanException.class)
                    .hasMessageContaining("exchange-online")
                    .hasMessageContaining("other");
            assertThatThrownBy(() -> rig.writeback.apply(
                            () -> {
                                throw new IOException("gone");
                            },
                            shown::add))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(rig.directory.writes).hasValue(0);
        }
    }

    @Test
    void of_two_plans_for_one_object_neither_is_carried_out() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "x"))) {
            List<Plan> plans = plans(rig);
            String document = document(List.of(plans.get(0), plans.get(1), plans.get(0)));

            ApplyReport report = apply(rig, document);

            assertThat(report.refused()).isEqualTo(2);
            assertThat(report.applied()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEmpty();
        }
    }

    private AppliedPlan shown(End end) {
        return shown.stream().filter(it -> it.end() == end).findFirst().orElseThrow();
    }

    private ApplyReport apply(Rig rig, String document) {
        return apply(rig.writeback, document);
    }

    private ApplyReport apply(Writeback writeback, String document) {
        return writeback.apply(() -> PlanReader.of(new StringReader(document)), shown::add);
    }

    private static List<JournalRecord> journal(Rig rig) {
        return rig.store.records().journal().read(Optional.empty(), 0, 100).stream()
                .map(line -> line.record())
                .toList();
    }

    private static String saved(Rig rig) {
        return document(plans(rig));
    }

    private static List<Plan> plans(Rig rig) {
        List<Plan> plans = new ArrayList<>();
        rig.writeback.plan(plans::add);
        return plans;
    }

    private static String document(List<Plan> plans) {
        StringWriter text = new StringWriter();
        try (PlanJson json = PlanJson.to(text, "exchange-online")) {
            for (Plan plan : plans) {
                json.add(plan);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
