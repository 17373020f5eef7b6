package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.Holding;
import dev.writeback.spi.LookupOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of an object after it failed: it waits for its retry, is released by hand, or is given up. */
class RetryTest {

    @Test
    void keeps_with_what_failed_why_it_did_and_tells_when_it_is_tried_again() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"));
                Writeback writeback = rig.builder().random(() -> 0).build()) {
            deny(rig);
            writeback.runOnce();

            Holding holding = holding(rig, 0);
            assertThat(holding.state()).isEqualTo(Holding.State.ESCROWED);
            assertThat(holding.problem()).contains(denied());
            Instant due = holding.due().orElseThrow();
            assertThat(due).isEqualTo(rig.time.instant().plusSeconds(30));
            assertThat(rig.statuses.last(0).steps())
                    .last()
                    .satisfies(step -> assertThat(step.details()).containsEntry("TriedAgain", due.toString()));
        }
    }

    @Test
    void spreads_the_retries_of_what_failed_together() {
        try (Rig rig = new Rig(0, Mailboxes.changes(100, 1, "x"))) {
            rig.writeback.runOnce();
            assertThat(IntStream.range(0, 100)
                            .mapToObj(number -> holding(rig, number).due()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void releases_what_failed_and_only_that_unless_it_is_named() {
        try (Rig rig = new Rig(1, Mailboxes.changes(2, 1, "x"))) {
            assertThat(rig.writeback.runOnce().counts().failed()).isEqualTo(1);
            rig.directory.add(1);

            assertThat(rig.writeback.retry(List.of()).released()).isEqualTo(1);
            RunReport report = rig.writeback.runOnce();
            assertThat(report.counts().taken()).isEqualTo(1);
            assertThat(report.counts().written()).isEqualTo(1);

            CloudObjectId nobody = CloudObjectId.of("nobody");
            RetryReport named = rig.writeback.retry(List.of(Mailboxes.id(0), nobody, nobody));
            assertThat(named.released()).isEqualTo(1);
            assertThat(named.unknown()).containsExactly(nobody);
            assertThat(named.problem()).isEmpty();
            assertThat(rig.writeback.runOnce().counts().taken()).isEqualTo(1);
        }
    }

    @Test
    void says_that_the_store_failed_instead_of_throwing() {
        try (Rig rig = new Rig(1, List.of())) {
            FaultyStore store = new FaultyStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                store.fails = "reopen"::equals;
                RetryReport report = writeback.retry(List.of());
                assertThat(report.released()).isZero();
                assertThat(report.problem().orElseThrow().reason()).contains("the disk of the test is full");
            }
        }
    }

    @Test
    void gives_up_what_waited_too_long_and_says_since_when_why_and_what_to_do() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            deny(rig);
            Instant begin = rig.time.instant();
            rig.writeback.runOnce();
            rig.time.advance(Duration.ofHours(72));
            assertThat(rig.writeback.runOnce().counts().expired()).isZero();
            rig.time.advance(Duration.ofSeconds(1));

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().expired()).isEqualTo(1);
            assertThat(report.counts().failed()).isZero();
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            Problem problem = rig.statuses.last(0).problem().orElseThrow();
            assertThat(problem.code()).isEqualTo(ErrorCode.EXPIRED);
            assertThat(problem.reason())
                    .contains(Mailboxes.id(0).value(), begin.toString(), "PT72H")
                    .contains(denied().reason());
            assertThat(problem.action()).contains("retry " + Mailboxes.id(0), "reconcile");
            assertThat(rig.statuses.last(0).steps())
                    .noneMatch(step -> step.details().containsKey("TriedAgain"));
            assertThat(holding(rig, 0).state()).isEqualTo(Holding.State.EXPIRED);
            rig.time.advance(Duration.ofDays(30));
            assertThat(rig.writeback.runOnce().counts().taken()).isZero();
        }
    }

    @Test
    void takes_up_what_was_given_up_when_it_is_named_stated_anew_or_reconciled() {
        for (int way = 0; way < 3; way++) {
            try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
                deny(rig);
                rig.writeback.runOnce();
                rig.time.advance(Duration.ofHours(73));
                assertThat(rig.writeback.runOnce().counts().expired()).isEqualTo(1);
                rig.directory.onWrite = (write, real) -> real.get();
                assertThat(rig.writeback.retry(List.of()).released()).isZero();

                RunReport report;
                if (way == 0) {
                    assertThat(rig.writeback.retry(List.of(Mailboxes.id(0))).released())
                            .isEqualTo(1);
                    report = rig.writeback.runOnce();
                } else if (way == 1) {
                    rig.source.page(Mailboxes.changes(1, 2, "x"));
                    rig.source.page(List.of(Mailboxes.change(0, 3, "CustomAttribute2", "y")));
                    report = rig.writeback.runOnce();
                } else {
                    report = rig.writeback.reconcile();
                }
                assertThat(report.counts().expired()).isZero();
                assertThat(report.counts().written()).isEqualTo(1);
                assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("x");
            }
        }
    }

    @Test
    void keeps_a_write_in_doubt_of_what_it_gives_up() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            DyingStore store = new DyingStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                store.dies = true;
                RunReport died = writeback.runOnce();
                rig.time.advance(Duration.ofHours(73));
                away(rig);
                assertThat(writeback.runOnce().counts().expired()).isEqualTo(1);
                rig.directory.onLookup = (request, real) -> real.get();
                assertThat(JournalTest.journal(rig.store)).isEmpty();

                writeback.retry(List.of(Mailboxes.id(0)));
                writeback.runOnce();

                assertThat(JournalTest.journal(rig.store))
                        .extracting(write -> write.run())
                        .containsExactly(died.cycleId());
                assertThat(rig.directory.applied).hasValue(1);
            }
        }
    }

    @Test
    void lets_what_waited_while_no_process_ran_have_its_turn_first() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "x"))) {
            away(rig);
            rig.writeback.runOnce();
            rig.time.advance(Duration.ofHours(100));
            rig.directory.onLookup = (request, real) -> real.get();

            RunReport report = rig.writeback.runOnce();

            assertThat(report.counts().written()).isEqualTo(1);
            assertThat(report.counts().expired()).isZero();
            assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void does_not_give_up_what_waits_for_others_or_for_a_person() {
        try (Rig rig = new Rig(1, List.of(Mailboxes.referring(0, 1, "GrantSendOnBehalfTo", 7)));
                Writeback writeback = rig.builder()
                        .profile(dev.writeback.engine.mapping.Profile.exchangeOnlineExtended())
                        .build()) {
            assertThat(writeback.runOnce().counts().waiting()).isEqualTo(1);
            for (int day = 0; day < 10; day++) {
                rig.time.advance(Duration.ofDays(1));
                assertThat(writeback.runOnce().counts().expired()).isZero();
            }
            assertThat(holding(rig, 0).state()).isEqualTo(Holding.State.WAITING);
        }
    }

    /** A hundred hours without a directory, in which the cloud goes on changing its mind. */
    @Test
    void outlasts_a_directory_that_is_away_for_longer_than_is_kept() {
        int mailboxes = 30;
        try (Rig rig = new Rig(mailboxes, Mailboxes.changes(mailboxes, 1, "0"))) {
            away(rig);
            for (int hour = 1; hour <= 100; hour++) {
                int changing = hour % (mailboxes / 3);
                rig.source.page(List.of(Mailboxes.change(changing, hour + 1, "CustomAttribute1", "hour " + hour)));
                RunReport report = rig.writeback.runOnce();
                assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
                assertThat(report.counts().read()).isGreaterThanOrEqualTo(1);
                rig.time.advance(Duration.ofHours(1));
            }
            rig.directory.onLookup = (request, real) -> real.get();
            rig.writeback.runOnce();
            rig.writeback.runOnce();

            for (int number = 0; number < mailboxes; number++) {
                boolean changed = number < mailboxes / 3;
                List<Status> statuses = rig.statuses.of(Mailboxes.id(number));
                assertThat(statuses).as("mailbox %d", number).hasSize(1);
                assertThat(rig.directory.text(number, "extensionAttribute1"))
                        .isEqualTo(changed ? "hour " + lastHour(number, mailboxes / 3) : "");
                assertThat(statuses.get(0).problem().map(Problem::code))
                        .isEqualTo(changed ? java.util.Optional.empty() : java.util.Optional.of(ErrorCode.EXPIRED));
                assertThat(holding(rig, number).state())
                        .isEqualTo(changed ? Holding.State.RESTING : Holding.State.EXPIRED);
            }
            assertThat(rig.store.records().outbox().undelivered(10)).isEmpty();
            assertThat(rig.writeback.reconcile().counts().written()).isEqualTo(mailboxes - mailboxes / 3);
        }
    }

    private static int lastHour(int number, int of) {
        return IntStream.rangeClosed(1, 100)
                .filter(hour -> hour % of == number)
                .max()
                .orElseThrow();
    }

    private static void deny(Rig rig) {
        rig.directory.onWrite = (write, real) -> new WriteOutcome.NotPermitted(denied());
    }

    private static Problem denied() {
        return MapDirectory.problem(ErrorCode.INSUFFICIENT_RIGHTS);
    }

    private static void away(Rig rig) {
        Problem away = MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE);
        rig.directory.onLookup = (request, real) -> request.anchors().stream()
                .<LookupOutcome>map(anchors -> new LookupOutcome.Unavailable(away))
                .toList();
    }

    private static Holding holding(Rig rig, int number) {
        return rig.store.records().holdings().of(List.of(Mailboxes.id(number))).get(0);
    }
}
