package dev.writeback.engine;

import static dev.writeback.testkit.fault.When.every;
import static dev.writeback.testkit.fault.When.nth;
import static dev.writeback.testkit.fault.When.share;
import static dev.writeback.testkit.fault.When.touching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.MapWatch;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.cloud.ScriptedCloud;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.When;
import dev.writeback.testkit.time.Pause;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Writeback all of whose ports fail as planned, and fail no more in the end. */
class FaultPlanTest {

    private static final int MAILBOXES = 120;
    private static final int PAGE = 30;
    private static final int LONGEST = 60;

    private final SettableClock clock = SettableClock.at("2026-11-21T10:00:00Z");
    private final MapDirectory directory = MapDirectory.of(MAILBOXES);
    private final RecordingReporter screen = new RecordingReporter();
    private final WritebackStore store = Writeback.memoryStore();
    private final ScriptedCloud cloud = ScriptedCloud.empty();

    private static RuntimeException broken() {
        return new IllegalStateException("the plan breaks a contract");
    }

    /** Everything that a port may do, each now and then. */
    private static Faults plan(long seed) {
        return Faults.none()
                .on(Call.READ, nth(2), Fault.halfDelivered())
                .on(Call.READ, every(7), Fault.expired())
                .on(Call.READ, share(0.2, seed), Fault.throttled(Duration.ofSeconds(30)))
                .on(Call.READ, every(11), Fault.throwing(FaultPlanTest::broken))
                .on(Call.LOOKUP, every(4), Fault.unavailable())
                .on(Call.LOOKUP, every(5), Fault.halfDelivered())
                .on(Call.LOOKUP, share(0.1, seed + 2), Fault.throwing(FaultPlanTest::broken))
                .on(Call.WRITE, share(0.1, seed + 3), Fault.cutAfter())
                .on(Call.WRITE, share(0.1, seed + 4), Fault.cutBefore())
                .on(Call.WRITE, share(0.05, seed + 5), Fault.throwingAfter(FaultPlanTest::broken))
                .on(Call.WRITE, share(0.05, seed + 6), Fault.refused(ErrorCode.ENTRY_CONFLICT))
                .on(Call.WRITE, share(0.1, seed + 7), Fault.unavailable(Extent.ENTRY))
                .on(Call.WRITE, touching("extensionAttribute2").and(nth(5)), Fault.refused(ErrorCode.INVALID_VALUE))
                .on(Call.WRITE, every(50), Fault.delay(Duration.ofSeconds(1)))
                .on(Call.WATCH, every(3), Fault.halfDelivered())
                .on(Call.WATCH, every(5), Fault.expired())
                .on(Call.WATCH, share(0.2, seed + 20), Fault.unavailable())
                .on(Call.REPORT, share(0.1, seed + 8), Fault.unavailable())
                .on(Call.REPORT, share(0.1, seed + 9), Fault.cutAfter())
                .and(store(seed + 10));
    }

    private static Faults store(long seed) {
        return Faults.none()
                .on(List.of(Call.ACCEPT, Call.ANNOUNCE, Call.SETTLE), share(0.1, seed), Fault.unavailable())
                .on(List.of(Call.ACCEPT, Call.ANNOUNCE, Call.SETTLE), share(0.1, seed + 1), Fault.cutAfter())
                .on(List.of(Call.CLAIM, Call.CURSOR), share(0.1, seed + 2), Fault.cutAfter())
                .on(Call.of(Call.Port.STORE), share(0.02, seed + 3), Fault.unavailable());
    }

    private Writeback writeback(Injection faults) {
        return Writeback.builder()
                .source(faults.source(cloud))
                .directory(faults.directory(directory))
                .reporter(faults.reporter(screen))
                .store(faults.store(store))
                .time(clock)
                .retry(new RetryPolicy(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofDays(30)))
                .limits(new Limits(Integer.MAX_VALUE, null)
                        .withFailedPercent(null)
                        .withMissingPercent(null))
                .build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ends_in_the_right_directory_and_has_journaled_it_whatever_its_ports_did(long seed) {
        run(plan(seed), Writeback::runOnce);
        IntStream.range(0, MAILBOXES).forEach(this::isJournaled);
    }

    /**
     * A directory that shows what was there before, and no mark to know that by, tells wrongly whether a write was made whose
     * answer was lost. So the journal is no part of this, and what is wrong by then is drift, which a reconciliation mends.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ends_in_the_right_directory_even_if_it_is_shown_what_was_there_before(long seed) {
        run(Faults.none().on(Call.LOOKUP, share(0.3, seed + 99), Fault.stale()).and(plan(seed)), Writeback::reconcile);
    }

    private void run(Faults plan, Function<Writeback, RunReport> last) {
        script();
        MapWatch.of(directory);
        Injection faults = plan.begin(Pause.moving(clock));
        try (Writeback writeback = writeback(faults)) {
            for (int run = 0; run < LONGEST; run++) {
                writeback.runOnce();
                clock.advance(Duration.ofMinutes(6));
            }
            faults.end();
            for (int run = 0; run < 3; run++) {
                writeback.runOnce();
                clock.advance(Duration.ofMinutes(6));
            }
            assertThat(last.apply(writeback).ending()).isEqualTo(Ending.COMPLETED);
        }
        assertThat(faults.injected()).hasSizeGreaterThan(100);
        IntStream.range(0, MAILBOXES).forEach(this::holdsWhatWasStated);
    }

    /** Each mailbox in two versions, page after page. */
    private void script() {
        for (int version = 1; version <= 2; version++) {
            for (int page = 0; page < MAILBOXES / PAGE; page++) {
                int first = page * PAGE;
                int number = version;
                List<CloudChange> changes = IntStream.range(first, first + PAGE)
                        .mapToObj(mailbox -> change(mailbox, number))
                        .toList();
                cloud.page(changes);
            }
        }
    }

    private static CloudChange change(int mailbox, int version) {
        return Mailboxes.change(
                mailbox,
                version,
                "CustomAttribute1",
                "one " + mailbox + " " + version,
                "CustomAttribute2",
                version == 1 ? "two" : "");
    }

    private void holdsWhatWasStated(int mailbox) {
        assertThat(directory.text(mailbox, "extensionAttribute1"))
                .as("mailbox %d", mailbox)
                .isEqualTo("one " + mailbox + " 2");
        assertThat(directory.text(mailbox, "extensionAttribute2")).isEmpty();
        assertThat(screen.last(Mailboxes.id(mailbox)).problem())
                .as("how mailbox %d ended", mailbox)
                .isEmpty();
    }

    private void isJournaled(int mailbox) {
        List<String> journaled = store.records().journal().read(Optional.empty(), 0, 100_000).stream()
                .filter(line -> line.record() instanceof JournalRecord.Written written
                        && written.object().equals(Mailboxes.id(mailbox)))
                .map(line -> line.record().at().toString())
                .toList();
        assertThat(journaled).as("what the journal has of mailbox %d", mailbox).isNotEmpty();
    }

    @Test
    void one_planned_fault_of_a_kind_shows_in_the_status_of_the_object_that_met_it() {
        cloud.page(Mailboxes.changes(3, 1, "x"));
        Injection faults = Faults.none()
                .on(
                        Call.WRITE,
                        touching("extensionAttribute1").and(When.of(Mailboxes.guid(1))),
                        Fault.refused(ErrorCode.INSUFFICIENT_RIGHTS))
                .begin();
        try (Writeback writeback = writeback(faults)) {
            assertThat(writeback.runOnce().counts().written()).isEqualTo(2);
        }
        assertThat(screen.last(Mailboxes.id(1)).problem().orElseThrow().code())
                .isEqualTo(ErrorCode.INSUFFICIENT_RIGHTS);
        assertThat(screen.all()).extracting(Status::object).doesNotHaveDuplicates();
        assertThat(faults.unmet()).isEmpty();
    }
}
