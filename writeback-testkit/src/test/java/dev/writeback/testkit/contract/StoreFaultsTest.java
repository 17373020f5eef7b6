package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StatusReporter;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.cloud.CloudMailbox;
import dev.writeback.testkit.cloud.RecordingReporter;
import dev.writeback.testkit.fault.Call;
import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Faults;
import dev.writeback.testkit.fault.Injection;
import dev.writeback.testkit.fault.When;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreFaultsTest {

    private static final CloudChange ADA = CloudMailbox.of("ada").change();
    private static final Claim NEXT = new Claim.Next(9, SampleStatuses.NOW);

    private final PlainStore real = new PlainStore(StoreFlaw.NONE);

    private static Injection on(Call call, Fault fault) {
        return Faults.none().on(call, When.nth(1), fault).begin();
    }

    private static boolean accept(WritebackStore store) {
        Arrival page =
                new Arrival("cloud", Optional.empty(), List.of(ADA), List.of(), new Cursor("1"), SampleStatuses.NOW);
        return store.intake().accept(page);
    }

    private static Settlement done(WorkItem item, JournalRecord... records) {
        return new Settlement(
                item,
                new Settlement.Done(),
                Optional.empty(),
                Optional.of(SampleStatuses.plain("1")),
                new Journaling(List.of(records), Optional.empty()));
    }

    @Test
    void a_page_is_not_kept_and_its_cursor_is_not_either() {
        WritebackStore store = on(Call.ACCEPT, Fault.unavailable()).store(real);
        assertThatThrownBy(() -> accept(store))
                .isInstanceOf(StoreException.class)
                .hasMessage("The plan of faults says that the store fails at ACCEPT; try again.");
        assertThat(real.intake().cursor("cloud")).isEmpty();
        assertThat(accept(store)).isTrue();
    }

    @Test
    void a_page_is_kept_though_nobody_hears_of_it() {
        WritebackStore store = on(Call.ACCEPT, Fault.cutAfter()).store(real);
        assertThatThrownBy(() -> accept(store)).isInstanceOf(StoreException.class);
        assertThat(real.intake().cursor("cloud")).contains(new Cursor("1"));
        assertThat(accept(store)).as("whether a page from before is taken").isFalse();
    }

    @Test
    void items_whose_settlement_fails_are_handed_out_again_with_what_was_announced() {
        for (Fault fault :
                List.of(Fault.unavailable(), Fault.cutBefore(), Fault.throwing(IllegalStateException::new))) {
            PlainStore fresh = new PlainStore(StoreFlaw.NONE);
            WritebackStore store = on(Call.SETTLE, fault).store(fresh);
            accept(store);
            WorkItem item = store.work().claim(NEXT).get(0);
            JournalRecord.Written write = SampleRecords.written("run", "ada");
            store.records().journal().announce(List.of(write), Destruction.none());

            assertThatThrownBy(() -> store.work().settle(List.of(done(item)))).isInstanceOf(RuntimeException.class);

            WorkItem again = store.work().claim(NEXT).get(0);
            assertThat(again.announced()).as("what is in doubt after %s", fault).contains(write);
            assertThat(store.records().outbox().undelivered(9)).isEmpty();
            store.work().settle(List.of(done(again, write)));
            assertThat(store.work().claim(NEXT)).isEmpty();
            assertThat(store.records().journal().read(Optional.empty(), 0, 9)).hasSize(1);
        }
    }

    @Test
    void what_is_in_doubt_stays_so_however_often_the_settlement_fails() {
        Injection faults = Faults.none()
                .on(Call.SETTLE, When.nth(1), Fault.cutAfter())
                .on(Call.SETTLE, When.nth(2), Fault.unavailable())
                .begin();
        WritebackStore store = faults.store(real);
        accept(store);
        WorkItem item = store.work().claim(NEXT).get(0);
        JournalRecord.Written write = SampleRecords.written("run", "ada");
        store.records().journal().announce(List.of(write), Destruction.none());
        Settlement inDoubt = new Settlement(
                item,
                new Settlement.Released(),
                Optional.empty(),
                Optional.empty(),
                new Journaling(List.of(), Optional.of(write)));

        assertThatThrownBy(() -> store.work().settle(List.of(inDoubt))).isInstanceOf(StoreException.class);
        assertThat(store.work().claim(NEXT)).hasSize(1);
        assertThatThrownBy(() -> store.work().settle(List.of(done(item)))).isInstanceOf(StoreException.class);

        assertThat(store.work().claim(NEXT).get(0).announced()).contains(write);
    }

    @Test
    void a_settlement_is_kept_though_nobody_hears_of_it() {
        WritebackStore store = on(Call.SETTLE, Fault.cutAfter()).store(real);
        accept(store);
        WorkItem item = store.work().claim(NEXT).get(0);
        assertThatThrownBy(() -> store.work().settle(List.of(done(item)))).isInstanceOf(StoreException.class);
        assertThat(store.work().claim(NEXT)).isEmpty();
        assertThat(store.records().outbox().undelivered(9)).hasSize(1);
    }

    @Test
    void what_a_claim_took_is_given_back_if_nobody_hears_of_it() {
        WritebackStore store = on(Call.CLAIM, Fault.cutAfter()).store(real);
        accept(store);
        assertThatThrownBy(() -> store.work().claim(NEXT)).isInstanceOf(StoreException.class);
        assertThat(store.work().claim(NEXT)).hasSize(1);
    }

    @Test
    void it_may_no_longer_hold_what_was_claimed() {
        WritebackStore store = on(Call.HOLDS, Fault.unavailable()).store(real);
        assertThat(store.work().holds()).isFalse();
        assertThat(store.work().holds()).isTrue();
    }

    @Test
    void every_other_call_fails_once_and_then_no_more() {
        List<Call> calls = List.of(
                Call.CURSOR, Call.KNOWN, Call.UNDELIVERED, Call.JOURNAL, Call.RUNS, Call.HOLDINGS, Call.DELIVERED);
        Injection faults =
                Faults.none().on(calls, When.nth(1), Fault.unavailable()).begin();
        WritebackStore store = faults.store(real);
        List<Runnable> asked = List.of(
                () -> store.intake().cursor("cloud"),
                () -> store.intake().known(List.of(CloudObjectId.of("ada"))),
                () -> store.records().outbox().undelivered(1),
                () -> store.records().journal().read(Optional.empty(), 0, 1),
                () -> store.records().journal().runs().newest(1),
                () -> store.records().holdings().count(),
                () -> store.records().outbox().delivered(List.of()));
        asked.forEach(call -> assertThatThrownBy(call::run).isInstanceOf(StoreException.class));
        asked.forEach(Runnable::run);
        assertThat(faults.unmet()).isEmpty();
    }

    @Test
    void a_reporter_takes_a_status_and_fails_or_does_not_take_it() {
        RecordingReporter screen = new RecordingReporter();
        StatusReporter reporter = Faults.none()
                .on(Call.REPORT, When.nth(1), Fault.unavailable())
                .on(Call.REPORT, When.nth(2), Fault.cutAfter())
                .begin()
                .reporter(screen);
        Status status = SampleStatuses.plain("1");
        assertThatThrownBy(() -> reporter.report(status)).isInstanceOf(IllegalStateException.class);
        assertThat(screen.all()).isEmpty();
        assertThatThrownBy(() -> reporter.report(status)).isInstanceOf(IllegalStateException.class);
        assertThat(screen.all()).hasSize(1);
        reporter.report(status);
        assertThat(screen.all()).hasSize(2);
    }
}
