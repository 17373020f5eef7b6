package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.Claim;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.Holding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WatchRead;
import dev.writeback.spi.WorkItem;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changed in the directory although the cloud did not. */
class DriftTest {

    @Test
    void a_change_in_the_directory_is_reported_by_the_next_run_and_left() {
        try (Rig rig = rig(5)) {
            rig.directory.set(3, "extensionAttribute1", "local");

            RunReport report = rig.writeback.runOnce();

            assertThat(rig.directory.text(3, "extensionAttribute1")).isEqualTo("local");
            Status status = rig.statuses.last(3);
            assertThat(status.cycleId()).isEqualTo(report.cycleId());
            assertThat(status.result()).isEqualTo(Step.Result.WARNING);
            assertThat(details(status))
                    .containsEntry(
                            "Drift extensionAttribute1",
                            "agreed [cloud], directory [local]: "
                                    + status.plan()
                                            .orElseThrow()
                                            .decisions(Verdict.DRIFT)
                                            .get(0)
                                            .reason());
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.unwatched()).isEmpty();
            assertThat(report.counts().drifted()).isEqualTo(1);
            assertThat(report.counts().taken()).isEqualTo(1);
            assertThat(report.counts().writes()).isZero();
            assertThat(rig.statuses.all).hasSize(6);
        }
    }

    @Test
    void own_writes_are_no_drift_and_cost_no_lookup() {
        try (Rig rig = rig(20)) {
            int lookups = rig.directory.lookups.get();

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().taken()).isZero();
            assertThat(rig.directory.lookups.get()).isEqualTo(lookups);
            assertThat(rig.statuses.all).hasSize(20);
        }
    }

    @Test
    void the_same_drift_is_told_once_however_often_the_entry_changes() {
        try (Rig rig = rig(1)) {
            rig.directory.set(0, "extensionAttribute1", "local");
            rig.writeback.runOnce();
            rig.writeback.runOnce();
            rig.directory.set(0, "extensionAttribute9", "of no interest");
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute2", "more")));
            rig.writeback.runOnce();
            rig.writeback.runOnce();

            assertThat(rig.statuses.results(0))
                    .containsExactly(Step.Result.SUCCESS, Step.Result.WARNING, Step.Result.WARNING);
            assertThat(rig.statuses.last(0).written()).hasSize(1);
        }
    }

    @Test
    void drift_that_was_taken_back_and_comes_again_is_told_again() {
        try (Rig rig = rig(1)) {
            for (String text : List.of("local", "cloud", "local")) {
                rig.directory.set(0, "extensionAttribute1", text);
                rig.writeback.runOnce();
            }

            assertThat(rig.statuses.results(0))
                    .containsExactly(Step.Result.SUCCESS, Step.Result.WARNING, Step.Result.WARNING);
        }
    }

    @Test
    void what_both_sides_changed_is_one_conflict_and_no_drift() {
        try (Rig rig = rig(1)) {
            rig.directory.set(0, "extensionAttribute1", "local");
            rig.source.page(Mailboxes.changes(1, 2, "newer"));

            RunReport report = rig.writeback.runOnce();

            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("newer");
            assertThat(report.counts().drifted()).isZero();
            assertThat(rig.statuses.all).hasSize(2);
            assertThat(details(rig.statuses.last(0))).containsOnlyKeys("Conflict extensionAttribute1");
        }
    }

    @Test
    void a_run_that_is_cut_short_before_drift_is_settled_finds_it_again() {
        try (Rig rig = rig(2)) {
            rig.directory.set(1, "extensionAttribute1", "local");
            try (Writeback broken = rig.builder()
                    .store(Faults.none()
                            .on(Call.SETTLE, When.always(), Fault.unavailable())
                            .begin()
                            .store(rig.store))
                    .build()) {
                assertThat(broken.runOnce().ending()).isEqualTo(Ending.STORE_FAILED);
            }
            assertThat(rig.statuses.of(Mailboxes.id(1))).hasSize(1);

            assertThat(rig.writeback.runOnce().counts().drifted()).isEqualTo(1);
            assertThat(rig.statuses.last(1).result()).isEqualTo(Step.Result.WARNING);
        }
    }

    @Test
    void a_directory_that_goes_away_while_drift_is_looked_at_ends_the_run_and_loses_nothing() {
        try (Rig rig = rig(2)) {
            rig.directory.set(1, "extensionAttribute1", "local");
            rig.directory.onLookup = (request, real) -> request.anchors().stream()
                    .<LookupOutcome>map(anchors ->
                            new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                    .toList();
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(rig.statuses.of(Mailboxes.id(1))).hasSize(1);
            rig.directory.onLookup = (request, real) -> real.get();

            assertThat(rig.writeback.runOnce().counts().drifted()).isEqualTo(1);
            assertThat(rig.statuses.last(1).result()).isEqualTo(Step.Result.WARNING);
        }
    }

    @Test
    void an_object_in_anothers_hands_is_found_by_the_next_run() {
        try (Rig rig = rig(1)) {
            rig.directory.set(0, "extensionAttribute1", "local");
            List<WorkItem> others = rig.store.work().claim(new Claim.Objects(List.of(Mailboxes.id(0))));

            assertThat(rig.writeback.runOnce().counts().drifted()).isZero();
            rig.store.work().settle(others.stream().map(Settlement::released).toList());

            assertThat(rig.writeback.runOnce().counts().drifted()).isEqualTo(1);
        }
    }

    @Test
    void where_the_directory_lost_its_place_each_agreed_entry_is_looked_at_once() {
        try (Rig rig = new Rig(230, Mailboxes.changes(230, 1, "cloud"))) {
            rig.source.page(List.of(CloudChange.update(Mailboxes.id(500), 1, List.of(), Map.of())));
            MapWatch watch = MapWatch.of(rig.directory);
            rig.writeback.runOnce();
            rig.directory.set(7, "extensionAttribute1", "local");
            rig.directory.set(229, "extensionAttribute1", "local");
            watch.lost();

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().drifted()).isEqualTo(2);
            assertThat(report.counts().taken()).isEqualTo(2);
            assertThat(report.counts().lookups()).isEqualTo(3);
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void a_watch_that_is_always_lost_looks_twice_a_run_and_no_more() {
        try (Rig rig = rig(1)) {
            MapWatch watch = MapWatch.of(rig.directory);
            for (int i = 0; i < 5; i++) {
                watch.lost();
            }
            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().lookups()).isEqualTo(2);
        }
    }

    @Test
    void a_store_that_was_filled_before_anybody_watched_is_looked_at_once() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "cloud"))) {
            rig.writeback.runOnce();
            rig.directory.set(2, "extensionAttribute1", "local");
            MapWatch.of(rig.directory);

            assertThat(rig.writeback.runOnce().counts().drifted()).isEqualTo(1);
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void an_account_that_may_not_watch_does_not_fail_the_run() {
        try (Rig rig = rig(1)) {
            MapWatch.of(rig.directory)
                    .instead(after -> new WatchRead.Unavailable(MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS)));
            rig.source.page(Mailboxes.changes(1, 2, "newer"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.problem()).isEmpty();
            assertThat(report.unwatched()).contains(MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS));
            assertThat(report.counts().written()).isEqualTo(1);
        }
    }

    @Test
    void a_watch_that_breaks_does_not_fail_the_run() {
        DirectoryWatch broken = (after, attributes) -> {
            throw new IllegalStateException("the test's watch");
        };
        try (Rig rig = rig(1)) {
            rig.directory.watchedBy(broken);

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.unwatched().orElseThrow().code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        }
    }

    @Test
    void an_entry_that_vanished_is_told_and_tried_again_until_it_is_there() {
        try (Rig rig = rig(2)) {
            rig.directory.remove(1);
            MapWatch.of(rig.directory).lost();

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().failed()).isEqualTo(1);
            assertThat(rig.statuses.last(1).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
            rig.time.advance(Duration.ofHours(1));
            rig.writeback.runOnce();
            assertThat(rig.statuses.last(1).result()).isEqualTo(Step.Result.FAILURE);
            assertThat(holding(rig, 1).state()).isEqualTo(Holding.State.ESCROWED);
        }
    }

    @Test
    void a_reconciliation_repairs_drift_and_the_watch_finds_nothing_more() {
        try (Rig rig = rig(2)) {
            rig.directory.set(0, "extensionAttribute1", "local");
            assertThat(rig.writeback.reconcile().counts().written()).isEqualTo(1);

            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void what_leaves_the_cloud_keeps_its_values_and_its_baseline_ends() {
        try (Rig rig = rig(2)) {
            rig.source.page(List.of(
                    CloudChange.update(
                            Mailboxes.id(0),
                            2,
                            List.of(),
                            Map.of(Mailboxes.MANAGED, List.of(new AttributeValue.Flag(false)))),
                    CloudChange.removal(Mailboxes.id(1), 2)));

            rig.writeback.runOnce();

            for (int number = 0; number < 2; number++) {
                assertThat(rig.directory.text(number, "extensionAttribute1")).isEqualTo("cloud");
                assertThat(holding(rig, number).baseline().entry()).isEmpty();
                assertThat(plan(rig, number).entry()).contains(MapDirectory.entryId(Mailboxes.guid(number)));
                assertThat(scoping(rig, number)).contains("What was agreed about it ends");
            }
            rig.directory.set(0, "extensionAttribute1", "theirs");
            rig.directory.set(1, "extensionAttribute1", "theirs");
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void what_comes_back_to_the_cloud_is_a_first_contact() {
        try (Rig rig = rig(1)) {
            rig.source.page(List.of(CloudChange.removal(Mailboxes.id(0), 2)));
            rig.writeback.runOnce();
            rig.directory.set(0, "extensionAttribute1", "theirs");
            rig.source.page(Mailboxes.changes(1, 3, "cloud"));

            rig.writeback.runOnce();

            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("cloud");
            assertThat(plan(rig, 0)
                            .decision(AttributeName.of("extensionAttribute1"))
                            .orElseThrow()
                            .baseline())
                    .isEmpty();
        }
    }

    private static Rig rig(int mailboxes) {
        Rig rig = new Rig(mailboxes, Mailboxes.changes(mailboxes, 1, "cloud"));
        MapWatch.of(rig.directory);
        rig.writeback.runOnce();
        return rig;
    }

    private static Holding holding(Rig rig, int number) {
        return rig.store.records().holdings().of(List.of(Mailboxes.id(number))).get(0);
    }

    private static Plan plan(Rig rig, int number) {
        return rig.statuses.last(number).plan().orElseThrow();
    }

    private static String scoping(Rig rig, int number) {
        return step(rig.statuses.last(number), Step.Type.SCOPING).description();
    }

    private static Map<String, String> details(Status status) {
        return step(status, Step.Type.PROCESSING).details();
    }

    private static Step step(Status status, Step.Type type) {
        Optional<Step> found =
                status.steps().stream().filter(step -> step.type() == type).findFirst();
        return found.orElseThrow();
    }
}
