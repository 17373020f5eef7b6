package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Authority;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.mapping.Rule;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Side;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conflicts that wait for a person, and what the person decides. */
class ParkingTest {

    private static final AttributeName FIRST = AttributeName.of("extensionAttribute1");
    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    private static final Profile MANUAL = Profile.exchangeOnline().toBuilder("by hand")
            .rule(Rule.of("extensionAttribute1", "CustomAttribute1").withAuthority(Authority.MANUAL))
            .rule(Rule.of("extensionAttribute3", "CustomAttribute3").withAuthority(Authority.MANUAL))
            .rule(Rule.of("proxyAddresses", "EmailAddresses").withAuthority(Authority.MANUAL))
            .build();

    @Test
    void a_conflict_is_parked_and_the_other_attributes_flow() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            RunReport report = writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(report.counts().parked()).isEqualTo(1);
            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("theirs");
            assertThat(rig.directory.text(0, "extensionAttribute2")).isEqualTo("flows");
            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.WARNING);
            assertThat(status.steps().stream()
                            .filter(step -> step.type() == Step.Type.PROCESSING)
                            .map(step -> step.details().get("Parked extensionAttribute1")))
                    .containsExactly("cloud [ours], directory [theirs]: Both sides changed it; a person must decide. "
                            + "Rule: conflict-manual.");
            Holding parked = parked(writeback).get(0);
            assertThat(parked.parked().get(0).cloud()).hasToString("[ours]");
            assertThat(parked.parked().get(0).directory()).hasToString("[theirs]");
        }
    }

    @Test
    void a_parked_object_is_not_told_again_by_itself() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            writeback.runOnce();
            int told = rig.statuses.of(Mailboxes.id(0)).size();

            assertThat(writeback.runOnce().counts().taken()).isZero();
            assertThat(rig.statuses.of(Mailboxes.id(0))).hasSize(told);
            assertThat(writeback.reconcile().counts().parked()).isEqualTo(1);
            assertThat(parked(writeback)).hasSize(1);
        }
    }

    @Test
    void the_short_cut_does_not_take_a_parked_object_for_done() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            writeback.runOnce();
            rig.source.page(List.of(Mailboxes.change(0, 4, "CustomAttribute2", "goes on")));

            assertThat(writeback.runOnce().counts().parked()).isEqualTo(1);

            assertThat(rig.directory.text(0, "extensionAttribute2")).isEqualTo("goes on");
            assertThat(parked(writeback)).hasSize(1);
        }
    }

    @Test
    void what_is_decided_for_the_cloud_is_written() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            writeback.runOnce();

            DecisionReport decided = writeback.decide(Mailboxes.id(0), FIRST, Side.CLOUD);

            assertThat(decided.problem()).isEmpty();
            assertThat(decided.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(parked(writeback)).isEmpty();
            RunReport report = writeback.runOnce();
            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(report.counts().parked()).isZero();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("ours");
            assertThat(writeback.reconcile().counts().writes()).isZero();
            assertThat(decisions(rig))
                    .singleElement()
                    .satisfies(it -> assertThat(it.choice()).isEqualTo(Side.CLOUD))
                    .satisfies(it -> assertThat(it.cloud()).hasToString("[ours]"))
                    .satisfies(it -> assertThat(it.directory()).hasToString("[theirs]"));
        }
    }

    @Test
    void what_is_decided_for_the_directory_stays_until_a_side_changes_again() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            writeback.runOnce();

            assertThat(writeback.decide(Mailboxes.id(0), FIRST, Side.DIRECTORY).problem())
                    .isEmpty();

            for (RunReport report : List.of(writeback.runOnce(), writeback.reconcile(), writeback.runOnce())) {
                assertThat(report.counts().writes()).isZero();
                assertThat(report.counts().parked()).isZero();
            }
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("theirs");
            rig.source.page(List.of(Mailboxes.change(0, 5, "CustomAttribute1", "newer")));
            writeback.runOnce();
            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("newer");
        }
    }

    @Test
    void a_choice_about_values_that_nobody_saw_is_refused() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            writeback.runOnce();
            rig.directory.set(0, "extensionAttribute1", "theirs again");

            DecisionReport refused = writeback.decide(Mailboxes.id(0), FIRST, Side.CLOUD);

            assertThat(refused.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(refused.problem().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
            assertThat(refused.problem().orElseThrow().reason())
                    .isEqualTo(
                            "extensionAttribute1 of object mailbox-0 has changed on one of the two sides since it was"
                                    + " parked.");
            assertThat(decisions(rig)).isEmpty();
            writeback.reconcile();
            assertThat(writeback.decide(Mailboxes.id(0), FIRST, Side.CLOUD).problem())
                    .isEmpty();
        }
    }

    @Test
    void unknown_objects_and_attributes_are_named_with_what_may_have_been_meant() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            writeback.runOnce();

            assertThat(problem(writeback, Mailboxes.id(0), "extensionAttribut1"))
                    .isEqualTo("Nothing is to be decided about extensionAttribut1 of object mailbox-0 "
                            + "(did you mean extensionAttribute1?).");
            assertThat(problem(writeback, CloudObjectId.of("nobody"), "extensionAttribute1"))
                    .contains("nobody");
        }
    }

    @Test
    void of_two_conflicts_each_is_decided_for_itself() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig)) {
            rig.directory.set(0, "extensionAttribute3", "theirs");
            rig.source.page(List.of(Mailboxes.change(0, 4, "CustomAttribute3", "ours")));
            writeback.runOnce();
            assertThat(parked(writeback).get(0).parked()).hasSize(2);

            writeback.decide(Mailboxes.id(0), FIRST, Side.CLOUD);
            assertThat(parked(writeback).get(0).parked()).hasSize(1);
            writeback.decide(Mailboxes.id(0), AttributeName.of("extensionAttribute3"), Side.DIRECTORY);
            writeback.runOnce();

            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("ours");
            assertThat(rig.directory.text(0, "extensionAttribute3")).isEqualTo("theirs");
            assertThat(parked(writeback)).isEmpty();
        }
    }

    @Test
    void what_the_cloud_says_while_a_person_decides_is_not_left_lying() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = conflict(rig);
                Writeback desk = rig.builder()
                        .profile(MANUAL)
                        .store(new Interrupted(rig))
                        .build()) {
            rig.directory.set(0, "extensionAttribute3", "theirs");
            rig.source.page(List.of(Mailboxes.change(0, 4, "CustomAttribute3", "ours")));
            writeback.runOnce();

            desk.decide(Mailboxes.id(0), FIRST, Side.CLOUD);
            writeback.runOnce();

            assertThat(rig.directory.text(0, "extensionAttribute2")).isEqualTo("meanwhile");
            assertThat(parked(writeback).get(0).parked()).hasSize(2);
        }
    }

    /** A store to which the cloud says something just before an object is claimed by its name. */
    private record Interrupted(Rig rig) implements WritebackStore, WorkQueue {

        @Override
        public Intake intake() {
            return rig.store.intake();
        }

        @Override
        public WorkQueue work() {
            return this;
        }

        @Override
        public Records records() {
            return rig.store.records();
        }

        @Override
        public List<WorkItem> claim(Claim claim) {
            Arriving.at(rig.store, "other", List.of(Mailboxes.change(0, 5, "CustomAttribute2", "meanwhile")), "1");
            return rig.store.work().claim(claim);
        }

        @Override
        public void settle(Collection<Settlement> settlements) {
            rig.store.work().settle(settlements);
        }

        @Override
        public int reopen(Selection selection, Instant now) {
            return rig.store.work().reopen(selection, now);
        }

        @Override
        public void close() {}
    }

    @Test
    void addresses_decided_for_the_cloud_keep_what_only_the_directory_knows() {
        try (Rig rig = new Rig(1, List.of());
                Writeback writeback = rig.builder().profile(MANUAL).build()) {
            rig.source.page(List.of(Mailboxes.addressed(0, 1, "SMTP:a@x.example", "smtp:b@x.example")));
            writeback.runOnce();
            rig.directory.setAll(0, "proxyAddresses", "smtp:a@x.example", "smtp:b@x.example", "SMTP:c@x.example");
            rig.source.page(List.of(Mailboxes.addressed(0, 2, "SMTP:b@x.example", "smtp:d@x.example")));
            assertThat(writeback.runOnce().counts().parked()).isEqualTo(1);

            assertThat(writeback.decide(Mailboxes.id(0), ADDRESSES, Side.CLOUD).problem())
                    .isEmpty();
            writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES))
                    .containsExactlyInAnyOrder("SMTP:b@x.example", "smtp:c@x.example", "smtp:d@x.example");
            assertThat(writeback.reconcile().counts().writes()).isZero();
        }
    }

    @Test
    void all_parked_objects_are_shown_whatever_their_number() {
        try (Rig rig = new Rig(1200, List.of());
                Writeback writeback = rig.builder().profile(MANUAL).build()) {
            IntStream.range(0, 1200).forEach(number -> rig.directory.set(number, "extensionAttribute1", "theirs"));
            rig.source.page(Mailboxes.changes(1200, 1, "ours"));

            assertThat(writeback.runOnce().counts().parked()).isEqualTo(1200);

            assertThat(parked(writeback)).hasSize(1200);
        }
    }

    /** A mailbox of which both sides have changed an attribute that a person decides, and the cloud another one. */
    private static Writeback conflict(Rig rig) {
        Writeback writeback = rig.builder().profile(MANUAL).build();
        List<CloudChange> agreed =
                List.of(Mailboxes.change(0, 1, "CustomAttribute1", "old", "CustomAttribute3", "old"));
        rig.source.page(agreed);
        assertThat(writeback.runOnce().counts().written()).isEqualTo(1);
        rig.directory.set(0, "extensionAttribute1", "theirs");
        rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "ours", "CustomAttribute2", "flows")));
        return writeback;
    }

    private static List<Holding> parked(Writeback writeback) {
        List<Holding> parked = new ArrayList<>();
        writeback.parked(parked::add);
        return parked;
    }

    private static String problem(Writeback writeback, CloudObjectId object, String attribute) {
        return writeback
                .decide(object, AttributeName.of(attribute), Side.CLOUD)
                .problem()
                .orElseThrow()
                .reason();
    }

    private static List<JournalRecord.Decided> decisions(Rig rig) {
        return rig.store.records().journal().read(Optional.empty(), 0, 100).stream()
                .map(line -> line.record())
                .filter(JournalRecord.Decided.class::isInstance)
                .map(JournalRecord.Decided.class::cast)
                .toList();
    }
}
