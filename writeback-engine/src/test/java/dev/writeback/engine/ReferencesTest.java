package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a cloud object that refers to others. */
class ReferencesTest {

    private static final String CLOUD = "GrantSendOnBehalfTo";
    private static final String LINK = "publicDelegates";

    @Test
    void writes_the_names_of_the_entries_whatever_is_stated_first() {
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 0, 2))) {
            List<CloudChange> changes =
                    List.of(Mailboxes.referring(0, 1, CLOUD, 1, 2), Mailboxes.change(1, 1), Mailboxes.change(2, 1));
            try (Scene scene = new Scene(3, order.stream().map(changes::get).toList())) {
                RunReport report = scene.run();

                assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
                assertThat(report.counts().waiting()).isZero();
                assertThat(scene.links(0)).containsExactlyInAnyOrder(scene.name(1), scene.name(2));
                assertThat(scene.rig.statuses.results(0)).containsExactly(Step.Result.SUCCESS);
                assertThat(scene.resolution(0).result()).isEqualTo(Step.Result.SUCCESS);
                assertThat(scene.resolution(0).name()).isEqualTo("EntryReferenceResolution");
                assertThat(scene.run().counts().taken()).isZero();
            }
        }
    }

    @Test
    void writes_what_it_can_and_the_rest_by_itself_when_the_other_object_is_stated() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1, 2), Mailboxes.change(1, 1))) {
            RunReport first = scene.run();

            assertThat(first.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(first.counts().waiting()).isEqualTo(1);
            assertThat(first.counts().warnings()).isEqualTo(1);
            assertThat(scene.links(0)).containsExactly(scene.name(1));
            assertThat(scene.last(0).result()).isEqualTo(Step.Result.WARNING);
            assertThat(scene.resolution(0).result()).isEqualTo(Step.Result.WARNING);
            assertThat(scene.resolution(0).details().get("Unresolved " + LINK))
                    .contains("object mailbox-2, which has not been stated yet");

            scene.rig.source.page(List.of(Mailboxes.change(2, 1)));
            RunReport second = scene.run();

            assertThat(second.counts().waiting()).isZero();
            assertThat(scene.links(0)).containsExactlyInAnyOrder(scene.name(1), scene.name(2));
            assertThat(scene.rig.statuses.results(0)).containsExactly(Step.Result.WARNING, Step.Result.SUCCESS);
            assertThat(scene.run().counts().taken()).isZero();
        }
    }

    @Test
    void waits_for_the_anchor_and_then_for_the_entry_and_tells_each_once() {
        try (Scene scene =
                new Scene(1, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.unanchored(Mailboxes.change(1, 1)))) {
            scene.run();
            assertThat(scene.missing(0)).contains("states no anchor");
            scene.rig.source.page(List.of(Mailboxes.change(1, 2)));
            scene.run();
            assertThat(scene.rig.statuses.of(Mailboxes.id(0))).hasSize(1);

            scene.rig.directory.add(1);
            scene.rig.time.advance(Duration.ofSeconds(59));
            assertThat(scene.run().counts().written()).isZero();
            scene.rig.time.advance(Duration.ofSeconds(1));
            assertThat(scene.run().counts().written()).isEqualTo(1);
            assertThat(scene.links(0)).containsExactly(scene.name(1));
            assertThat(scene.rig.statuses.results(0)).containsExactly(Step.Result.WARNING, Step.Result.SUCCESS);
        }
    }

    @Test
    void looks_in_vain_less_and_less_often_and_says_nothing_more() {
        try (Scene scene = new Scene(1, Mailboxes.referring(0, 1, CLOUD, 1))) {
            scene.run();
            for (int seconds = 30; seconds <= 480; seconds *= 2) {
                scene.rig.time.advance(Duration.ofSeconds(seconds - 1));
                assertThat(scene.run().counts().taken()).isZero();
                scene.rig.time.advance(Duration.ofSeconds(1));
                RunReport vain = scene.run();
                assertThat(vain.counts().taken()).isEqualTo(1);
                assertThat(vain.counts().waiting()).isEqualTo(1);
                assertThat(vain.ending()).isEqualTo(Ending.COMPLETED);
            }
            assertThat(scene.rig.statuses.all).hasSize(1);

            scene.rig.source.page(List.of(Mailboxes.change(0, 2, "CustomAttribute1", "x")));
            scene.run();
            assertThat(scene.rig.statuses.results(0)).containsExactly(Step.Result.WARNING, Step.Result.WARNING);
            scene.rig.time.advance(Duration.ofSeconds(30));
            assertThat(scene.run().counts().taken()).isEqualTo(1);
        }
    }

    @Test
    void says_so_again_when_something_else_is_missing() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1, 2))) {
            scene.run();
            scene.rig.source.page(List.of(Mailboxes.change(1, 1)));
            scene.run();
            assertThat(scene.links(0)).containsExactly(scene.name(1));
            assertThat(scene.rig.statuses.results(0)).containsExactly(Step.Result.WARNING, Step.Result.WARNING);
            assertThat(scene.missing(0)).contains("mailbox-2").doesNotContain("mailbox-1,");
        }
    }

    @Test
    void follows_chains_and_circles() {
        try (Scene scene = new Scene(
                6,
                Mailboxes.referring(0, 1, CLOUD, 1),
                Mailboxes.referring(1, 1, CLOUD, 2),
                Mailboxes.referring(2, 1, CLOUD, 0),
                Mailboxes.referring(3, 1, CLOUD, 4),
                Mailboxes.referring(4, 1, CLOUD, 3),
                Mailboxes.referring(5, 1, CLOUD, 5))) {
            RunReport report = scene.run();
            assertThat(report.counts().written()).isEqualTo(6);
            assertThat(scene.links(0)).containsExactly(scene.name(1));
            assertThat(scene.links(2)).containsExactly(scene.name(0));
            assertThat(scene.links(4)).containsExactly(scene.name(3));
            assertThat(scene.links(5)).containsExactly(scene.name(5));
            assertThat(scene.rig.statuses.all).hasSize(6);
        }
    }

    @Test
    void resolves_each_of_a_chain_whose_parts_come_one_after_the_other() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1))) {
            scene.run();
            scene.rig.source.page(List.of(Mailboxes.referring(1, 1, CLOUD, 2)));
            scene.run();
            scene.rig.source.page(List.of(Mailboxes.referring(2, 1, CLOUD, 0)));
            scene.run();
            assertThat(scene.links(0)).containsExactly(scene.name(1));
            assertThat(scene.links(1)).containsExactly(scene.name(2));
            assertThat(scene.links(2)).containsExactly(scene.name(0));
            assertThat(scene.rig.statuses.results(1)).containsExactly(Step.Result.WARNING, Step.Result.SUCCESS);
        }
    }

    @Test
    void takes_no_renamed_entry_for_another_one() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.change(1, 1))) {
            scene.run();
            scene.rig.directory.rename(1, "married");
            String name = scene.name(1);

            RunReport stale = scene.writeback.reconcile();

            assertThat(stale.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(stale.counts().written()).isZero();
            assertThat(stale.counts().writes()).isEqualTo(1);
            assertThat(scene.links(0)).containsExactly(name);
            assertThat(scene.writeback.reconcile().counts().writes()).isZero();

            scene.rig.source.page(List.of(Mailboxes.referring(0, 2, CLOUD, 1, 2), Mailboxes.change(2, 1)));
            assertThat(scene.run().counts().writes()).isEqualTo(1);
            assertThat(scene.links(0)).containsExactlyInAnyOrder(name, scene.name(2));
            assertThat(scene.rig.statuses.all).noneMatch(status -> status.result() == Step.Result.FAILURE);
        }
    }

    @Test
    void finds_out_that_an_entry_whose_name_it_knew_is_gone() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.change(1, 1))) {
            scene.run();
            scene.rig.directory.remove(1);
            scene.rig.source.page(List.of(Mailboxes.referring(2, 1, CLOUD, 1)));

            RunReport report = scene.run();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(scene.missing(2)).contains("has no entry");
            assertThat(report.counts().waiting()).isEqualTo(1);
        }
    }

    @Test
    void fails_with_the_reason_of_the_directory_if_the_names_are_not_to_blame() {
        try (Scene scene = new Scene(2, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.change(1, 1))) {
            scene.rig.directory.onWriteOf(
                    0, real -> new WriteOutcome.Rejected(MapDirectory.problem(ErrorCode.INVALID_VALUE)));
            RunReport report = scene.run();
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(report.counts().writes()).isEqualTo(2);
            assertThat(scene.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.INVALID_VALUE);
        }
    }

    @Test
    void leaves_the_link_to_an_object_that_is_gone_from_the_cloud() {
        try (Scene scene = new Scene(2, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.change(1, 1))) {
            scene.run();
            scene.rig.source.page(List.of(CloudChange.removal(Mailboxes.id(1), 2)));
            scene.run();

            RunReport report = scene.writeback.reconcile();

            assertThat(report.counts().writes()).isZero();
            assertThat(report.counts().waiting()).isEqualTo(1);
            assertThat(scene.links(0)).containsExactly(scene.name(1));
            assertThat(scene.missing(0)).contains("is gone from the cloud");
            scene.rig.source.page(List.of(Mailboxes.change(1, 3)));
            scene.run();
            assertThat(scene.last(0).result()).isEqualTo(Step.Result.SKIPPED);
        }
    }

    @Test
    void removes_a_link_that_is_no_longer_stated_and_clears_them_all() {
        try (Scene scene =
                new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1, 2), Mailboxes.change(1, 1), Mailboxes.change(2, 1))) {
            scene.run();
            scene.rig.source.page(List.of(Mailboxes.referring(0, 2, CLOUD, 2)));
            scene.run();
            assertThat(scene.links(0)).containsExactly(scene.name(2));
            scene.rig.source.page(List.of(Mailboxes.referring(0, 3, CLOUD)));
            scene.run();
            assertThat(scene.links(0)).isEmpty();
        }
    }

    @Test
    void asks_once_for_an_object_that_a_thousand_others_refer_to() {
        List<CloudChange> changes = IntStream.rangeClosed(1, 1000)
                .<CloudChange>mapToObj(number -> Mailboxes.referring(number, 1, CLOUD, 0))
                .toList();
        try (Scene scene = new Scene(1001, changes)) {
            scene.rig.source.page(List.of(Mailboxes.change(0, 1)));
            assertThat(scene.run().counts().written()).isEqualTo(1000);
            assertThat(scene.nameLookups).hasValue(1);
            assertThat(scene.links(1000)).containsExactly(scene.name(0));
        }
    }

    @Test
    void asks_for_a_hundred_names_at_once() {
        int[] others = IntStream.rangeClosed(1, 250).toArray();
        try (Scene scene = new Scene(251, Mailboxes.changes(251, 1, "x"))) {
            scene.rig.source.page(List.of(Mailboxes.referring(0, 2, CLOUD, others)));
            scene.run();
            assertThat(scene.nameLookups).hasValue(3);
            assertThat(scene.links(0)).hasSize(250);
        }
    }

    @Test
    void costs_nothing_where_nothing_refers_to_anything() {
        List<CloudChange> changes = Mailboxes.changes(300, 1, "x");
        try (Rig plain = new Rig(300, changes);
                Scene scene = new Scene(300, changes)) {
            RunCounts without = plain.writeback.runOnce().counts();
            RunCounts with = scene.run().counts();
            assertThat(with.written()).isEqualTo(without.written()).isEqualTo(300);
            assertThat(with.writes()).isEqualTo(without.writes());
            assertThat(scene.nameLookups).hasValue(0);
        }
    }

    @Test
    void remembers_a_name_for_ten_minutes() {
        try (Scene scene = new Scene(4, Mailboxes.changes(4, 1, "x"))) {
            scene.run();
            for (int number = 1; number <= 3; number++) {
                scene.rig.source.page(List.of(Mailboxes.referring(number, 2, CLOUD, 0)));
                scene.run();
                scene.rig.time.advance(Duration.ofMinutes(6));
            }
            assertThat(scene.nameLookups).hasValue(2);
        }
    }

    @Test
    void asks_anew_for_an_object_that_says_something_new_about_itself() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 2), Mailboxes.change(2, 1))) {
            scene.run();
            scene.rig.source.page(List.of(Mailboxes.referring(1, 1, CLOUD, 2), Mailboxes.change(2, 2)));
            scene.run();
            assertThat(scene.nameLookups).hasValue(2);
        }
    }

    @Test
    void stops_when_the_directory_cannot_be_asked_for_names_and_goes_on_later() {
        try (Scene scene = new Scene(3, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.change(1, 1))) {
            scene.onNames = request -> request.anchors().stream()
                    .<LookupOutcome>map(anchors ->
                            new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                    .toList();
            RunReport report = scene.run();
            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(scene.rig.statuses.of(Mailboxes.id(0))).isEmpty();
            scene.onNames = null;
            scene.run();
            assertThat(scene.rig.statuses.results(0)).containsExactly(Step.Result.SUCCESS);
        }
    }

    @Test
    void lets_only_one_object_suffer_from_a_lookup_that_fails_for_it() {
        try (Scene scene = new Scene(
                4,
                Mailboxes.referring(0, 1, CLOUD, 1, 2, 3),
                Mailboxes.change(1, 1),
                Mailboxes.change(2, 1),
                Mailboxes.change(3, 1))) {
            scene.onNames = request -> {
                if (request.anchors().contains(List.of(new Anchor.ImmutableId(Mailboxes.guid(2))))) {
                    throw new IllegalStateException("value of a person");
                }
                return scene.found(request);
            };
            assertThat(scene.run().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(scene.links(0)).containsExactlyInAnyOrder(scene.name(1), scene.name(3));
            assertThat(scene.missing(0)).contains("mailbox-2, which cannot be looked for just now");
            scene.onNames = null;
            scene.rig.time.advance(Duration.ofSeconds(30));
            scene.run();
            assertThat(scene.links(0)).hasSize(3);
        }
    }

    @Test
    void leaves_out_an_object_whose_anchors_lead_to_different_entries() {
        try (Scene scene = new Scene(2, Mailboxes.referring(0, 1, CLOUD, 1), Mailboxes.change(1, 1))) {
            scene.onNames =
                    request -> List.of(new LookupOutcome.Ambiguous(MapDirectory.problem(ErrorCode.AMBIGUOUS_MATCH)));
            scene.run();
            assertThat(scene.missing(0)).contains("has anchors that lead to different entries");
        }
    }

    @Test
    void shows_in_a_plan_what_is_left_out_and_changes_nothing() {
        try (Scene scene = new Scene(2, Mailboxes.referring(0, 1, CLOUD, 1))) {
            List<Plan> plans = new ArrayList<>();
            PlanReport report = scene.writeback.plan(plans::add);
            assertThat(report.counts().waiting()).isEqualTo(1);
            assertThat(plans.get(0).omissions()).hasOnlyElementsOfType(Omission.Unresolved.class);
            assertThat(scene.run().counts().taken()).isEqualTo(1);
            plans.clear();
            scene.writeback.plan(plans::add);
            assertThat(plans).isEmpty();
            assertThat(scene.rig.statuses.all).hasSize(1);
        }
    }

    @Test
    void tells_whoever_asks_for_one_object_each_time() {
        try (Scene scene = new Scene(2, Mailboxes.referring(0, 1, CLOUD, 1))) {
            for (int times = 1; times <= 3; times++) {
                ProvisionReport report = scene.writeback.provision(Mailboxes.id(0));
                assertThat(report.result()).isEqualTo(Step.Result.WARNING);
                assertThat(scene.rig.statuses.all).hasSize(times);
            }
            assertThat(scene.writeback.previewProvision(Mailboxes.id(0)).steps())
                    .extracting(Step::type)
                    .contains(Step.Type.REFERENCE_RESOLUTION);
            scene.rig.source.page(List.of(Mailboxes.change(1, 1)));
            assertThat(scene.writeback.provision(Mailboxes.id(0)).result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(scene.links(0)).containsExactly(scene.name(1));
        }
    }

    @Test
    void looks_for_nothing_on_behalf_of_an_object_that_takes_no_part() {
        CloudChange.Update change = Mailboxes.referring(0, 1, CLOUD, 1);
        CloudChange unmanaged = CloudChange.update(
                change.id(),
                1,
                change.anchors(),
                Map.of(
                        AttributeName.of(CLOUD),
                        Objects.requireNonNull(change.attributes().get(AttributeName.of(CLOUD)))));
        try (Scene scene = new Scene(2, unmanaged, Mailboxes.change(1, 1))) {
            scene.run();
            assertThat(scene.nameLookups).hasValue(0);
            assertThat(scene.last(0).result()).isEqualTo(Step.Result.SKIPPED);
        }
    }

    @Test
    void forwards_to_another_mailbox_and_back_to_none() {
        try (Scene scene = new Scene(2, Mailboxes.referring(0, 1, "ForwardingAddress", 1), Mailboxes.change(1, 1))) {
            scene.run();
            assertThat(scene.rig.directory.text(0, "altRecipient")).isEqualTo(scene.name(1));
            scene.rig.source.page(List.of(Mailboxes.referring(0, 2, "ForwardingAddress")));
            scene.run();
            assertThat(scene.rig.directory.text(0, "altRecipient")).isEmpty();
        }
    }

    /** A rig with the extended profile, which counts the lookups of names. */
    static final class Scene implements AutoCloseable {
        final Rig rig;
        final Writeback writeback;
        final AtomicInteger nameLookups = new AtomicInteger();
        volatile @Nullable Function<LookupRequest, List<LookupOutcome>> onNames;

        Scene(int mailboxes, CloudChange... changes) {
            this(mailboxes, List.of(changes));
        }

        Scene(int mailboxes, List<? extends CloudChange> changes) {
            rig = new Rig(mailboxes, List.copyOf(changes));
            writeback = rig.builder().profile(Profile.exchangeOnlineExtended()).build();
            rig.directory.onLookup = (request, real) -> {
                if (!request.attributes().isEmpty()) {
                    return real.get();
                }
                nameLookups.incrementAndGet();
                var instead = onNames;
                return instead == null ? real.get() : instead.apply(request);
            };
        }

        RunReport run() {
            return writeback.runOnce();
        }

        List<LookupOutcome> found(LookupRequest request) {
            return rig.directory.find(request);
        }

        Set<String> links(int number) {
            String all = rig.directory.text(number, LINK);
            return all.isEmpty()
                    ? Set.of()
                    : Set.copyOf(Stream.of(all.split("(?<=example),")).toList());
        }

        String name(int number) {
            return rig.directory.name(number);
        }

        Status last(int number) {
            return rig.statuses.last(number);
        }

        Step resolution(int number) {
            return last(number).steps().stream()
                    .filter(step -> step.type() == Step.Type.REFERENCE_RESOLUTION)
                    .findFirst()
                    .orElseThrow();
        }

        String missing(int number) {
            return resolution(number).details().getOrDefault("Unresolved " + LINK, "");
        }

        @Override
        public void close() {
            writeback.close();
            rig.close();
        }
    }
}
