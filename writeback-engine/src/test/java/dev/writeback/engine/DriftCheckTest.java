package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writeback.engine.mapping.Scope;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.RollBack;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.WatchRead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Looks at the directory that write nothing to it and keep nothing. */
class DriftCheckTest {

    private static final AttributeName ONE = AttributeName.of("extensionAttribute1");

    private final List<Drifted> shown = new CopyOnWriteArrayList<>();

    @Test
    void shows_what_was_agreed_what_is_there_and_what_a_reconciliation_would_do() {
        try (Rig rig = rig(230)) {
            rig.directory.set(101, "extensionAttribute1", "local");
            List<Holding> before = holdings(rig);
            int lookups = rig.directory.lookups.get();

            DriftReport report = rig.writeback.drift(shown::add);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.problem()).isEmpty();
            assertThat(report.checked()).isEqualTo(230);
            assertThat(report.drifted()).isEqualTo(1);
            assertThat(report.unmatched() + report.outOfScope()).isZero();
            assertThat(rig.directory.lookups.get() - lookups).isEqualTo(4);
            assertThat(shown).hasSize(1);
            AttributeDecision decision = shown.get(0).decisions().get(0);
            assertThat(decision.verdict()).isEqualTo(Verdict.DRIFT);
            assertThat(decision.baseline()).contains(Mailboxes.texts("cloud"));
            assertThat(decision.directory()).isEqualTo(Mailboxes.texts("local"));
            assertThat(decision.cloud()).contains(Mailboxes.texts("cloud"));
            Plan reconciled = shown.get(0).reconciled().orElseThrow();
            assertThat(reconciled.decision(ONE).orElseThrow().result()).isEqualTo(Mailboxes.texts("cloud"));
            assertThat(rig.directory.writes.get()).isEqualTo(230);
            assertThat(holdings(rig)).isEqualTo(before);
            assertThat(rig.statuses.all).hasSize(230);
        }
    }

    @Test
    void what_the_cloud_changed_and_nobody_wrote_yet_is_no_drift() {
        try (Rig rig = rig(2)) {
            rig.source.page(Mailboxes.changes(2, 2, "newer"));
            rig.writeback.plan(plan -> {});
            rig.directory.set(1, "extensionAttribute1", "local");

            assertThat(rig.writeback.drift(shown::add).drifted()).isZero();
            assertThat(shown).isEmpty();
        }
    }

    @Test
    void names_entries_that_are_gone_or_have_left_the_scope() {
        try (Rig rig = rig(3)) {
            rig.directory.remove(2);
            try (Writeback narrow = rig.builder()
                    .scope(new Scope(
                            List.of(rig.directory.place(rig.directory.name(0)).dn())))
                    .build()) {
                DriftReport report = narrow.drift(shown::add);

                assertThat(report.checked()).isEqualTo(3);
                assertThat(report.unmatched()).isEqualTo(1);
                assertThat(report.outOfScope()).isEqualTo(1);
                assertThat(report.drifted()).isZero();
            }
            assertThat(shown).extracting(it -> it.plan().object()).containsExactly(Mailboxes.id(1), Mailboxes.id(2));
            assertThat(shown)
                    .allMatch(it -> it.reconciled().isEmpty() && it.decisions().isEmpty());
            assertThat(((Disposition.Skip) shown.get(0).plan().disposition()).reason())
                    .isEqualTo(SkipReason.NOT_IN_SCOPE);
            assertThat(((Disposition.Refuse) shown.get(1).plan().disposition())
                            .problem()
                            .code())
                    .isEqualTo(ErrorCode.ENTRY_NOT_FOUND);
        }
    }

    @Test
    void a_directory_that_is_away_ends_it() {
        try (Rig rig = rig(3)) {
            away(rig);

            DriftReport report = rig.writeback.drift(shown::add);

            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.problem().orElseThrow().code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
            assertThat(report.checked()).isZero();
        }
    }

    @Test
    void following_shows_what_is_there_and_then_each_drift_once_and_writes_nothing() {
        try (Rig rig = rig(5)) {
            MapWatch.of(rig.directory);
            rig.directory.set(0, "extensionAttribute1", "earlier");
            List<Holding> before = holdings(rig);
            List<DriftReport> looks = new CopyOnWriteArrayList<>();

            rig.writeback.followDrift(Duration.ofMillis(1), shown::add, looks::add);
            await().until(() -> looks.size() > 1);
            rig.directory.set(3, "extensionAttribute1", "local");
            await().until(() -> shown.size() > 1);
            int seen = looks.size();
            rig.directory.set(3, "extensionAttribute9", "of no interest");
            await().until(() -> looks.size() > seen + 2);

            assertThat(shown).extracting(it -> it.plan().object()).containsExactly(Mailboxes.id(0), Mailboxes.id(3));
            assertThat(looks.get(0).checked()).isEqualTo(5);
            assertThat(looks.get(1).checked()).isZero();
            assertThat(rig.directory.writes.get()).isEqualTo(5);
            assertThat(holdings(rig)).isEqualTo(before);
        }
    }

    @Test
    void following_a_directory_that_does_not_let_itself_be_watched_says_so_and_goes_on() {
        try (Rig rig = rig(1)) {
            MapWatch.of(rig.directory)
                    .instead(after -> new WatchRead.Unavailable(MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS)));
            List<DriftReport> looks = new CopyOnWriteArrayList<>();

            rig.writeback.followDrift(Duration.ofMillis(1), shown::add, looks::add);
            await().until(() -> looks.size() > 1);

            assertThat(looks.get(0).ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(looks.get(0).problem()).contains(MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS));
            assertThat(looks.get(1).ending()).isEqualTo(Ending.COMPLETED);
            assertThat(looks.get(1).checked()).isEqualTo(1);
        }
    }

    @Test
    void following_a_directory_without_a_watch_reads_everything_each_time_and_shows_each_drift_once() {
        try (Rig rig = rig(2)) {
            rig.directory.set(1, "extensionAttribute1", "local");
            List<DriftReport> looks = new CopyOnWriteArrayList<>();

            rig.writeback.followDrift(Duration.ofMillis(1), shown::add, looks::add);
            await().until(() -> looks.size() > 2);

            assertThat(List.copyOf(looks).subList(0, 2))
                    .extracting(DriftReport::checked)
                    .containsExactly(2, 2);
            assertThat(shown).hasSize(1);
        }
    }

    @Test
    void a_roll_back_shows_what_the_cloud_would_lose_and_changes_nothing() {
        try (Rig rig = rig(3)) {
            rig.directory.set(1, "extensionAttribute1", "local");
            rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute2", "only in the cloud")));
            rig.source.page(List.of(CloudChange.update(
                    Mailboxes.id(2),
                    2,
                    List.of(),
                    Map.of(Mailboxes.MANAGED, List.of(new AttributeValue.Flag(false))))));
            List<RollBack> backs = new ArrayList<>();

            RollBackReport report = rig.writeback.rollBack(List.of(), backs::add);

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.checked()).isEqualTo(2);
            assertThat(report.losing()).isEqualTo(2);
            assertThat(backs).extracting(it -> it.plan().object()).containsExactly(Mailboxes.id(0), Mailboxes.id(1));
            assertThat(backs.get(1).overwritten())
                    .containsExactly(new RollBack.Overwritten(
                            ONE, "CustomAttribute1", Mailboxes.texts("cloud"), Mailboxes.texts("local")));
            assertThat(rig.directory.writes.get()).isEqualTo(3);
            assertThat(rig.statuses.all).hasSize(3);
        }
    }

    @Test
    void a_roll_back_of_some_objects_names_those_that_are_unknown() {
        try (Rig rig = rig(2)) {
            rig.directory.remove(1);
            List<RollBack> backs = new ArrayList<>();

            RollBackReport report = rig.writeback.rollBack(List.of(Mailboxes.id(1), Mailboxes.id(77)), backs::add);

            assertThat(report.checked()).isEqualTo(1);
            assertThat(report.unmatched()).isEqualTo(1);
            assertThat(report.losing()).isZero();
            assertThat(report.unknown()).containsExactly(Mailboxes.id(77));
            assertThat(backs).hasSize(1);
            assertThat(backs.get(0).overwritten()).isEmpty();
        }
    }

    private static void away(Rig rig) {
        rig.directory.onLookup = (request, real) -> request.anchors().stream()
                .<LookupOutcome>map(
                        anchors -> new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                .toList();
    }

    private static List<Holding> holdings(Rig rig) {
        return rig.store.records().holdings().page(Holdings.EVERY, Optional.empty(), 1_000);
    }

    private static Rig rig(int mailboxes) {
        Rig rig = new Rig(mailboxes, Mailboxes.changes(mailboxes, 1, "cloud"));
        rig.writeback.runOnce();
        return rig;
    }
}
