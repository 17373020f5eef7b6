package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody makes another address the primary one between the engine's reading and its writing. */
class PrimaryRaceTest {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");

    @Test
    void one_primary_is_left_when_somebody_swaps_it_between_read_and_write() {
        try (Rig rig = agreed(1)) {
            rig.source.page(List.of(Mailboxes.addressed(0, 2, "SMTP:b@x.example", "smtp:a@x.example")));
            once(
                    rig,
                    () -> rig.directory.setAll(
                            0, "proxyAddresses", "smtp:a@x.example", "SMTP:c@x.example", "X500:/o=legacy"));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(rig.directory.values(0, ADDRESSES))
                    .containsExactlyInAnyOrder(
                            "SMTP:b@x.example", "smtp:a@x.example", "smtp:c@x.example", "X500:/o=legacy");
            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.WARNING);
            assertThat(status.plan()
                            .orElseThrow()
                            .decision(ADDRESSES)
                            .orElseThrow()
                            .verdict())
                    .isEqualTo(Verdict.CONFLICT);
            assertThat(processing(status).details().get("Conflict proxyAddresses"))
                    .contains("SMTP:b@x.example", "SMTP:c@x.example");
            assertThat(rig.writeback.reconcile().counts().writes()).isZero();
        }
    }

    @Test
    void one_primary_is_left_when_somebody_adds_one_where_there_was_none() {
        try (Rig rig = new Rig(1, List.of(Mailboxes.addressed(0, 1, "SMTP:a@x.example")))) {
            once(rig, () -> rig.directory.setAll(0, "proxyAddresses", "SMTP:c@x.example"));

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES))
                    .containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:c@x.example");
            assertThat(rig.writeback.reconcile().counts().writes()).isZero();
        }
    }

    @Test
    void a_primary_is_left_when_somebody_makes_one_of_the_address_that_is_only_respelled() {
        try (Rig rig = agreed(1)) {
            rig.source.page(List.of(Mailboxes.addressed(0, 2, "SMTP:a@x.example", "smtp:B@x.example")));
            once(rig, () -> rig.directory.setAll(0, "proxyAddresses", "smtp:a@x.example", "SMTP:b@x.example"));

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES))
                    .containsExactlyInAnyOrder("SMTP:a@x.example", "smtp:B@x.example");
        }
    }

    @Test
    void another_primary_that_stands_alone_is_left_as_drift() {
        try (Rig rig = agreed(1)) {
            rig.source.page(List.of(Mailboxes.addressed(0, 2, "SMTP:b@x.example", "smtp:a@x.example")));
            rig.directory.onWriteOf(0, real -> {
                WriteOutcome outcome = real.get();
                rig.directory.setAll(0, "proxyAddresses", "smtp:b@x.example", "SMTP:a@x.example");
                return outcome;
            });

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES)).contains("SMTP:a@x.example");
            Status status = rig.statuses.last(0);
            assertThat(status.steps().get(status.steps().size() - 1).description())
                    .isEqualTo(
                            "Written, and somebody else has made another address the primary one: proxyAddresses, mail.");
        }
    }

    @Test
    void the_status_of_a_confirmed_write_says_so() {
        try (Rig rig = agreed(1)) {
            rig.source.page(List.of(Mailboxes.addressed(0, 2, "SMTP:b@x.example", "smtp:a@x.example")));

            rig.writeback.runOnce();

            Status status = rig.statuses.last(0);
            assertThat(status.result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(status.steps().get(status.steps().size() - 1).description())
                    .isEqualTo("Written, and found so when the entry was read again: proxyAddresses, mail.");
            assertThat(status.written()).hasSize(2);
        }
    }

    @Test
    void a_batch_of_primaries_costs_one_lookup_more_and_a_batch_without_them_none() {
        try (Rig rig = agreed(1000)) {
            rig.source.page(IntStream.range(0, 1000)
                    .mapToObj(number -> Mailboxes.change(number, 2, "CustomAttribute1", "x"))
                    .toList());
            RunCounts plain = rig.writeback.runOnce().counts();
            rig.source.page(IntStream.range(0, 1000)
                    .mapToObj(number -> Mailboxes.addressed(number, 3, "SMTP:b@x.example", "smtp:a@x.example"))
                    .toList());
            RunCounts primaries = rig.writeback.runOnce().counts();

            assertThat(plain.written()).isEqualTo(1000);
            assertThat(plain.lookups() + plain.writes()).isLessThanOrEqualTo(1100);
            assertThat(primaries.written()).isEqualTo(1000);
            assertThat(primaries.lookups()).isEqualTo(2 * plain.lookups());
            assertThat(primaries.lookups() + primaries.writes()).isLessThanOrEqualTo(1100);
        }
    }

    @Test
    void a_writer_that_never_stops_makes_the_object_wait_and_others_go_on() {
        try (Rig rig = agreed(2)) {
            AtomicInteger swaps = new AtomicInteger();
            rig.source.page(List.of(
                    Mailboxes.addressed(0, 2, "SMTP:b@x.example", "smtp:a@x.example"),
                    Mailboxes.addressed(1, 2, "SMTP:b@x.example", "smtp:a@x.example")));
            rig.directory.onWriteOf(0, real -> {
                int swap = swaps.incrementAndGet();
                String[] one = Stream.concat(
                                rig.directory.values(0, ADDRESSES).stream(), Stream.of("SMTP:w" + swap + "@x.example"))
                        .toArray(String[]::new);
                rig.directory.setAll(0, "proxyAddresses", one);
                return real.get();
            });

            RunReport report = rig.writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(rig.statuses.last(0).problem().orElseThrow().code()).isEqualTo(ErrorCode.ENTRY_CONFLICT);
            assertThat(rig.statuses.last(1).result()).isEqualTo(Step.Result.SUCCESS);
            assertThat(swaps.get()).isLessThan(20);
        }
    }

    @Test
    void what_could_not_be_confirmed_is_looked_at_again() {
        try (Rig rig = agreed(1)) {
            rig.source.page(List.of(Mailboxes.addressed(0, 2, "SMTP:b@x.example", "smtp:a@x.example")));
            once(rig, () -> {
                rig.directory.setAll(0, "proxyAddresses", "smtp:a@x.example", "SMTP:c@x.example");
                rig.directory.onLookup = (request, real) -> request.anchors().stream()
                        .<LookupOutcome>map(anchors ->
                                new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                        .toList();
            });
            assertThat(rig.writeback.runOnce().ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            rig.directory.onLookup = (request, real) -> real.get();

            rig.writeback.runOnce();

            assertThat(rig.directory.values(0, ADDRESSES))
                    .containsExactlyInAnyOrder("SMTP:b@x.example", "smtp:a@x.example", "smtp:c@x.example");
        }
    }

    /** Mailboxes with the addresses a, the primary one, and b, about which both sides agree. */
    private static Rig agreed(int mailboxes) {
        List<CloudChange> changes = IntStream.range(0, mailboxes)
                .mapToObj(number -> Mailboxes.addressed(number, 1, "SMTP:a@x.example", "smtp:b@x.example"))
                .toList();
        Rig rig = new Rig(mailboxes, changes);
        assertThat(rig.writeback.runOnce().counts().written()).isEqualTo(mailboxes);
        return rig;
    }

    private static void once(Rig rig, Runnable swap) {
        AtomicInteger times = new AtomicInteger();
        rig.directory.onWriteOf(0, real -> {
            if (times.getAndIncrement() == 0) {
                swap.run();
            }
            return real.get();
        });
    }

    private static Step processing(Status status) {
        return status.steps().stream()
                .filter(step -> step.type() == Step.Type.PROCESSING)
                .findFirst()
                .orElseThrow();
    }
}
