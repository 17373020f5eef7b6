package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.engine.mapping.Explanation;
import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.ScriptedSource;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Finding;
import dev.writeback.spi.SourceRead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritebackTest {

    @Test
    void writes_what_the_cloud_states_and_reports_each_object() {
        try (Rig rig = new Rig(25, Mailboxes.changes(25, 1, "R&D"))) {
            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.problem()).isEmpty();
            assertThat(report.undelivered()).isZero();
            assertThat(report.counts().read()).isEqualTo(25);
            assertThat(report.counts().taken()).isEqualTo(25);
            assertThat(report.counts().written()).isEqualTo(25);
            assertThat(report.counts().writes()).isEqualTo(25);
            assertThat(rig.directory.text(24, "extensionAttribute1")).isEqualTo("R&D");
            assertThat(rig.statuses.all).hasSize(25).allSatisfy(status -> {
                assertThat(status.cycleId()).isEqualTo(report.cycleId());
                assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
                assertThat(status.written())
                        .extracting(it -> it.attribute().value())
                        .containsExactly("extensionAttribute1");
            });
            assertThat(rig.statuses.all).extracting(Status::id).doesNotHaveDuplicates();
            assertThat(rig.statuses.all).extracting(Status::changeId).doesNotHaveDuplicates();
        }
    }

    @Test
    void asks_the_directory_nothing_where_the_cloud_says_nothing_new() {
        try (Rig rig = new Rig(200, Mailboxes.changes(200, 1, "x"))) {
            rig.writeback.runOnce();
            int before = rig.directory.lookups.get() + rig.directory.writes.get();
            rig.source.page(Mailboxes.changes(100, 1, "x")).page(Mailboxes.changes(50, 2, "x"));

            RunReport second = rig.writeback.runOnce();

            assertThat(rig.directory.lookups.get() + rig.directory.writes.get()).isEqualTo(before);
            assertThat(second.counts().read()).isEqualTo(150);
            assertThat(second.counts().unchanged()).isEqualTo(50);
            assertThat(rig.statuses.last(3).result()).isEqualTo(Step.Result.SKIPPED);
            assertThat(skipReason(rig.statuses.last(3))).isEqualTo("RedundantExport");
            assertThat(rig.statuses.of(Mailboxes.id(70))).hasSize(1);
        }
    }

    @Test
    void reads_in_batches_and_writes_once_for_each_changed_entry() {
        try (Rig rig = new Rig(2000, Mailboxes.changes(2000, 1, "x"))) {
            RunReport report = rig.writeback.runOnce();
            assertThat(report.counts().writes()).isEqualTo(2000);
            assertThat(report.counts().lookups())
                    .isEqualTo(rig.directory.lookups.get())
                    .isLessThanOrEqualTo(40);
        }
    }

    @Test
    void leaves_drift_in_a_run_and_repairs_it_in_a_reconciliation() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "cloud"))) {
            rig.writeback.runOnce();
            rig.directory.set(1, "extensionAttribute1", "local");
            rig.source.page(List.of(Mailboxes.change(1, 2, "CustomAttribute2", "more")));

            rig.writeback.runOnce();
            assertThat(rig.directory.text(1, "extensionAttribute1")).isEqualTo("local");
            assertThat(rig.directory.text(1, "extensionAttribute2")).isEqualTo("more");
            assertThat(step(rig.statuses.last(1), Step.Type.PROCESSING).details())
                    .containsKey("Drift extensionAttribute1");

            RunReport report = rig.writeback.reconcile();
            assertThat(rig.directory.text(1, "extensionAttribute1")).isEqualTo("cloud");
            assertThat(report.counts().taken()).isEqualTo(3);
            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(report.counts().unchanged()).isEqualTo(2);
        }
    }

    @Test
    void reconciling_twice_writes_nothing_the_second_time() {
        try (Rig rig = new Rig(30, Mailboxes.changes(30, 1, "x"))) {
            assertThat(rig.writeback.reconcile().counts().written()).isEqualTo(30);
            assertThat(rig.writeback.reconcile().counts().written()).isZero();
        }
    }

    @Test
    void warns_of_a_conflict_that_a_rule_decided() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "agreed"))) {
            rig.writeback.runOnce();
            rig.directory.set(0, "extensionAttribute1", "theirs");
            rig.source.page(Mailboxes.changes(1, 2, "ours"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().warnings()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("ours");
            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.WARNING);
            assertThat(step(status, Step.Type.PROCESSING).details().get("Conflict extensionAttribute1"))
                    .contains("ours", "theirs", "wins");
        }
    }

    @Test
    void writes_what_is_valid_and_fails_for_what_is_not() {
        CloudChange change = Mailboxes.change(0, 1, "CustomAttribute1", "fine", "CustomAttribute2", "x".repeat(3000));
        try (Rig rig = new Rig(1, List.of(change))) {
            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(report.counts().failed()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("fine");
            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.FAILURE);
            assertThat(status.problem().orElseThrow().code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(status.problem().orElseThrow().reason()).contains("extensionAttribute2");
            assertThat(status.written()).hasSize(1);
        }
    }

    @Test
    void leaves_alone_what_is_not_managed_gone_or_out_of_scope_and_says_why() {
        List<CloudChange> changes = List.of(
                CloudChange.update(Mailboxes.id(0), 1, List.of(), Map.of()),
                CloudChange.removal(Mailboxes.id(1), 1),
                Mailboxes.change(2, 1, "CustomAttribute1", "x"));
        try (Rig rig = new Rig(3, changes);
                Writeback scoped = rig.builder()
                        .scope(new Scope(List.of(rig.directory
                                .place("OU=Elsewhere,DC=corp,DC=example")
                                .dn())))
                        .build()) {
            RunReport report = scoped.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().skipped())
                    .isEqualTo(
                            Map.of(SkipReason.NOT_CLOUD_MANAGED, 1, SkipReason.REMOVED, 1, SkipReason.NOT_IN_SCOPE, 1));
            assertThat(report.counts().skippedInAll()).isEqualTo(3);
            assertThat(skipReason(rig.statuses.last(0))).isEqualTo("NotCloudManaged");
            assertThat(skipReason(rig.statuses.last(1))).isEqualTo("Removed");
            assertThat(skipReason(rig.statuses.last(2))).isEqualTo("NotInScope");
        }
    }

    @Test
    void names_the_steps_as_provisioning_logs_do() {
        try (Rig rig = new Rig(1, Mailboxes.changes(2, 1, "x"))) {
            rig.writeback.runOnce();
            assertThat(rig.statuses.last(0).steps())
                    .extracting(step -> step.name() + "/" + step.type().label() + "/"
                            + step.result().label())
                    .containsExactly(
                            "EntryImport/import/success",
                            "EntryImport/matching/success",
                            "EntrySynchronizationScoping/scoping/success",
                            "EntrySynchronization/processing/success",
                            "EntryExportUpdate/export/success");
            assertThat(rig.statuses.last(1).steps())
                    .extracting(step -> step.name() + "/" + step.type().label() + "/"
                            + step.result().label())
                    .containsExactly("EntryImport/import/success", "EntryImport/matching/failure");
        }
    }

    @Test
    void tries_what_failed_again_after_a_wait_that_grows() {
        try (Rig rig = new Rig(0, Mailboxes.changes(1, 1, "x"));
                Writeback writeback = rig.builder().random(() -> 0).build()) {
            assertThat(writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            rig.time.advance(Duration.ofSeconds(29));
            assertThat(writeback.runOnce().counts().taken()).isZero();
            rig.time.advance(Duration.ofSeconds(1));
            assertThat(writeback.runOnce().counts().failed()).isEqualTo(1);
            rig.time.advance(Duration.ofSeconds(119));
            assertThat(writeback.runOnce().counts().taken()).isZero();
            rig.time.advance(Duration.ofSeconds(1));
            assertThat(writeback.runOnce().counts().failed()).isEqualTo(1);
            assertThat(rig.statuses.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
            assertThat(rig.statuses.of(Mailboxes.id(0))).hasSize(3);
        }
    }

    @Test
    void works_off_what_is_pending_although_the_source_is_gone() {
        try (Rig rig = new Rig(5, Mailboxes.changes(5, 1, "x"))) {
            rig.source
                    .page(Mailboxes.changes(5, 2, "y"))
                    .instead(after -> firstPage())
                    .instead(after -> ScriptedSource.unavailable());

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.SOURCE_UNREACHABLE);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
            assertThat(rig.directory.text(4, "extensionAttribute1")).isEqualTo("x");
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.directory.text(4, "extensionAttribute1")).isEqualTo("y");
        }
    }

    @Test
    void counts_a_source_that_throws_as_gone() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            rig.source.instead(after -> {
                throw new IllegalStateException("secret");
            });
            RunReport report = rig.writeback.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.SOURCE_UNREACHABLE);
            assertThat(report.problem().orElseThrow().toString())
                    .doesNotContain("secret")
                    .contains("'cloud'");
        }
    }

    @Test
    void reads_from_the_start_when_the_cursor_expired_and_loses_nothing() {
        try (Rig rig = new Rig(5, Mailboxes.changes(5, 1, "x"))) {
            rig.writeback.runOnce();
            rig.source.page(Mailboxes.changes(2, 2, "y")).instead(after -> new SourceRead.CursorExpired());
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.source.reads).containsExactly("start", "1", "start", "1");
            assertThat(rig.directory.text(1, "extensionAttribute1")).isEqualTo("y");
        }
    }

    @Test
    void does_not_read_for_ever_from_a_source_whose_cursor_always_expires() {
        try (Rig rig = new Rig(1, List.of())) {
            rig.source.instead(after -> new SourceRead.CursorExpired());
            RunReport report = rig.writeback.runOnce();
            assertThat(report.ending()).isEqualTo(Ending.SOURCE_UNREACHABLE);
            assertThat(report.problem().orElseThrow().reason()).contains("cursor expired");
        }
    }

    @Test
    void shows_the_plan_and_leaves_everything_as_it_was() {
        try (Rig rig = new Rig(150, Mailboxes.changes(151, 1, "x"))) {
            List<Plan> plans = new ArrayList<>();

            PlanReport report = rig.writeback.plan(plans::add);

            assertThat(plans).hasSize(151).extracting(Plan::object).startsWith(Mailboxes.id(0), Mailboxes.id(1));
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().written()).isEqualTo(150);
            assertThat(report.counts().failed()).isEqualTo(1);
            assertThat(report.held()).isEmpty();
            assertThat(rig.directory.writes).hasValue(0);
            assertThat(rig.statuses.all).isEmpty();
            plans.clear();
            rig.writeback.plan(plans::add);
            assertThat(plans).hasSize(151);
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(150);
        }
    }

    @Test
    void says_in_the_plan_that_a_run_would_be_held() {
        try (Rig rig = new Rig(5, Mailboxes.changes(5, 1, ""), Limits.standard().withDestructiveChanges(3))) {
            for (int i = 0; i < 5; i++) {
                rig.directory.set(i, "extensionAttribute1", "old");
            }
            List<Plan> plans = new ArrayList<>();
            PlanReport report = rig.writeback.plan(plans::add);
            assertThat(plans).hasSize(5);
            assertThat(report.held().orElseThrow().code()).isEqualTo(ErrorCode.DESTRUCTION_LIMIT);
            assertThat(report.counts().destroyed()).isEqualTo(5);
        }
    }

    @Test
    void gives_the_pending_work_back_when_a_plan_cannot_be_shown() {
        try (Rig rig = new Rig(5, Mailboxes.changes(5, 1, "x"))) {
            assertThatThrownBy(() -> rig.writeback.plan(plan -> {
                        throw new IllegalStateException("no paper");
                    }))
                    .hasMessage("no paper");
            assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(5);
        }
    }

    @Test
    void provisions_one_object_now_and_leaves_the_others_pending() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "x"))) {
            ProvisionReport report = rig.writeback.provision(Mailboxes.id(1));

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(report.steps()).hasSize(5);
            assertThat(report.plan().orElseThrow().writes()).isTrue();
            assertThat(rig.directory.applied).hasValue(1);
            assertThat(rig.statuses.all).hasSize(1);
            assertThat(rig.writeback.runOnce().counts().taken()).isEqualTo(2);
        }
    }

    @Test
    void previews_one_object_without_writing() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "x"))) {
            ProvisionReport report = rig.writeback.previewProvision(Mailboxes.id(1));

            assertThat(report.plan().orElseThrow().writes()).isTrue();
            assertThat(report.steps()).last().satisfies(step -> {
                assertThat(step.type()).isEqualTo(Step.Type.EXPORT);
                assertThat(step.result()).isEqualTo(Step.Result.SKIPPED);
                assertThat(step.description()).contains("extensionAttribute1");
            });
            assertThat(rig.directory.writes).hasValue(0);
            assertThat(rig.statuses.all).isEmpty();
            assertThat(rig.writeback.runOnce().counts().taken()).isEqualTo(3);
        }
    }

    @Test
    void looks_at_the_entry_of_an_object_on_demand_even_if_nothing_changed() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "cloud"))) {
            rig.writeback.runOnce();
            rig.directory.set(0, "extensionAttribute1", "local");
            assertThat(rig.writeback.provision(Mailboxes.id(0)).result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("cloud");
            assertThat(rig.writeback.provision(Mailboxes.id(0)).steps().get(4).details())
                    .containsEntry("SkipReason", "RedundantExport");
        }
    }

    @Test
    void says_that_it_knows_nothing_of_an_object() {
        try (Rig rig = new Rig(1, List.of())) {
            ProvisionReport report = rig.writeback.provision(Mailboxes.id(9));
            assertThat(report.result()).isEqualTo(Step.Result.FAILURE);
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.problem().orElseThrow().reason()).contains("mailbox-9");
        }
    }

    @Test
    void checks_profile_store_and_directory() {
        try (Rig rig = new Rig(1, List.of())) {
            assertThat(rig.writeback.check())
                    .allMatch(finding -> finding.level() == Finding.Level.OK)
                    .extracting(Finding::topic)
                    .containsExactly("profile", "store", "schema");
        }
    }

    @Test
    void explains_an_attribute_by_either_name() {
        try (Rig rig = new Rig(1, List.of())) {
            assertThat(rig.writeback.explain(AttributeName.of("proxyaddresses")))
                    .extracting(Explanation::source)
                    .containsExactly("EmailAddresses");
            assertThat(rig.writeback.explain(AttributeName.of("department"))).isEmpty();
        }
    }

    @Test
    void names_what_is_missing_when_it_is_built() {
        assertThatThrownBy(() -> Writeback.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a Writeback needs a source and a directory; both are missing");
        assertThatThrownBy(
                        () -> Writeback.builder().directory(MapDirectory.of(0)).build())
                .hasMessageContaining("the source is missing");
        assertThatThrownBy(() -> Writeback.builder().connections(0))
                .hasMessage("connections is 0; it must be 1 or more");
    }

    private static SourceRead firstPage() {
        return new SourceRead.Page(Mailboxes.changes(5, 1, "x"), List.of(), new Cursor("1"), SourceRead.Rest.MORE);
    }

    private static Step step(Status status, Step.Type type) {
        return status.steps().stream()
                .filter(step -> step.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static String skipReason(Status status) {
        return status.steps().stream()
                .map(step -> step.details().get("SkipReason"))
                .filter(reason -> reason != null)
                .findFirst()
                .orElse("none");
    }
}
