package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SampleRecords.decided;
import static dev.writeback.testkit.contract.SampleRecords.written;
import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.ids;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Account;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Expired;
import dev.writeback.spi.Settlement.Held;
import dev.writeback.spi.Settlement.Waiting;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link WritebackStore} must do that outlives the process that uses it, beside all that
 * {@link WritebackStoreContract} wants. A test of such a store extends it, says how it is opened, and inherits the tests.
 */
public abstract class DurableStoreContract {

    private StoreCall store;

    /** For those who extend it. */
    protected DurableStoreContract() {}

    /** Opens the same store each time; nothing is in it the first time. The one that was opened before is closed. */
    protected abstract WritebackStore open();

    @BeforeEach
    void openStore() {
        store = new StoreCall(open());
    }

    @AfterEach
    void closeStore() throws Exception {
        store.store().close();
    }

    @Test
    void hands_out_again_what_a_worker_had_that_is_gone() throws Exception {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        store.next(2);
        restart();
        List<WorkItem> items = store.next(3);
        assertThat(ids(items))
                .as("what is handed out when the worker that had it is gone, in the order of waiting")
                .containsExactly("a", "b", "c");
        assertThat(items)
                .as("failures: that a worker is gone is not the object's fault")
                .extracting(WorkItem::attempts)
                .containsOnly(0);
        store.finish(items, new Done());
    }

    @Test
    void hands_out_the_write_that_was_announced_last_by_a_worker_that_is_gone() throws Exception {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.next(2);
        announce(written("run 1", "a"));
        announce(written("run 2", "a"));
        restart();
        assertThat(store.next(2))
                .as("the writes that are in doubt; whoever announced them may have made them")
                .extracting(WorkItem::announced)
                .containsExactly(Optional.of(written("run 2", "a")), Optional.empty());
    }

    @Test
    void keeps_none_of_the_writes_that_are_announced_together_if_it_refuses_one() throws Exception {
        store.accept("1", text("a", 1, "x"));
        store.next(1);
        assertThat(catchThrowable(() -> announce(written("run 1", "a"), written("run 1", "nobody"))))
                .as("announcing a write for an object that is unknown, among others")
                .isInstanceOf(IllegalStateException.class);
        restart();
        assertThat(store.next(1))
                .as("the write that was announced together with one that was refused")
                .extracting(WorkItem::announced)
                .containsExactly(Optional.empty());
    }

    @Test
    void knows_how_everything_stood() throws Exception {
        String[] all = {"done", "escrowed", "waiting", "parked", "pending"};
        store.accept("1", Stream.of(all).map(id -> text(id, 2, "y")).toArray(CloudChange[]::new));
        store.accept("2", text("pending", 1, "x"));
        store.store()
                .work()
                .settle(List.of(new Settlement(
                        store.one("done"), new Done(), Optional.of(SampleRecords.agreedWith(1)), Optional.empty())));
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        store.finish(store.next(1), new Waiting(NOW.plusSeconds(60), List.of(CloudObjectId.of("other"))));
        store.finish(store.next(1), ParkingContract.PARKED);
        List<Holding> before = holdings();
        restart();
        assertThat(holdings())
                .as("objects, baselines, states and conflicts after a restart")
                .isEqualTo(before)
                .hasSize(all.length);
        assertThat(store.store().intake().cursor("cloud"))
                .as("the cursor after a restart")
                .contains(new Cursor("2"));
    }

    @Test
    void knows_what_objects_waited_for() throws Exception {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(1), new Waiting(NOW.plusSeconds(60), List.of(CloudObjectId.of("other"))));
        store.finish(store.next(1), new Done());
        restart();
        store.accept("2", text("other", 1, "x"));
        assertThat(store.next(3))
                .as("what is handed out when the object is stated that another waits for, with what it waited for")
                .extracting(item -> item.object().id() + " " + item.awaited())
                .containsExactlyInAnyOrder("a [other]", "other []");
    }

    @Test
    void keeps_journal_and_statuses_and_goes_on_from_there() throws Exception {
        store.accept("1", text("a", 1, "x"));
        tell("1", written("run 1", "a"));
        restart();
        tell("2", decided("run 2", "a"));
        List<JournalLine> lines = store.store().records().journal().read(Optional.empty(), 0, 10);
        assertThat(lines)
                .as("the journal of before the restart and after it")
                .extracting(JournalLine::record)
                .containsExactly(written("run 1", "a"), decided("run 2", "a"));
        assertThat(lines.get(1).number())
                .as("the number of a line that was kept after the restart")
                .isGreaterThan(lines.get(0).number());
        assertThat(store.undelivered(10))
                .as("statuses of before the restart and after it, none of which was delivered")
                .containsExactly("1", "2");
    }

    @Test
    void knows_what_failed_why_and_since_when_and_what_was_to_be_written() throws Exception {
        store.accept("1", text("expired", 1, "x"), text("failed", 1, "x"), text("held", 1, "x"), text("late", 1, "x"));
        store.finish(store.named("expired"), new Expired(SamplePlans.PROBLEM));
        store.finish(store.named("failed"), new Escrowed(NOW.plusSeconds(7200), Optional.of(SamplePlans.PROBLEM)));
        store.finish(store.named("held"), new Held(SamplePlans.of("held")));
        store.reopen(new Selection.Objects(StoreCall.objects("late")), NOW.plusSeconds(60));
        List<Holding> before = holdings();
        restart();
        assertThat(holdings())
                .as("what was given up, what is in escrow and what is held after a restart, word for word")
                .isEqualTo(before);
        assertThat(ids(store.overdue(10, NOW.plusSeconds(60))))
                .as("what is overdue after a restart, in escrow as it is")
                .containsExactly("failed");
        assertThat(store.held(10))
                .as("what is held after a restart, with what a run would have written, word for word")
                .extracting(WorkItem::held)
                .containsExactly(Optional.of(SamplePlans.of("held")));
        assertThat(ids(store.next(10)))
                .as("what is handed out by itself after a restart")
                .containsExactly("late");
    }

    @Test
    void knows_runs_and_what_they_took_away() throws Exception {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.next(2);
        announce(written("run 1", "a"), written("run 1", "b"));
        SampleRuns.ofEveryState().forEach(runs()::keep);
        List<RunRecord> newest = runs().newest(10);
        Account account = runs().account(NOW);
        assertThat(account.spent()).as("what was announced before the restart").isNotEqualTo(Destruction.none());
        restart();
        assertThat(runs().newest(10))
                .as("runs after a restart, word for word")
                .isEqualTo(newest)
                .hasSize(4);
        assertThat(runs().account(NOW))
                .as("how far a run may go after a restart; a restart must not be a way around a limit")
                .isEqualTo(account);
        runs().keep(newest.get(2).decided(RunRecord.State.REJECTED));
        assertThat(runs().newest(10))
                .as("runs when somebody decided after the restart about one that was held before it")
                .containsExactly(
                        newest.get(0), newest.get(1), newest.get(2).decided(RunRecord.State.REJECTED), newest.get(3));
    }

    @Test
    void refuses_a_page_that_was_read_before_what_another_process_kept() throws Exception {
        store.accept("1", text("a", 1, "x"));
        restart();
        assertThat(store.arrives("cloud", "", "1", List.of(), text("b", 1, "x")))
                .as("whether a page is kept after a restart that another process has kept before it")
                .isFalse();
        assertThat(store.arrives("cloud", "1", "2", List.of(), text("b", 1, "x")))
                .as("whether the page after the last one is kept after a restart")
                .isTrue();
    }

    private Runs runs() {
        return store.store().records().journal().runs();
    }

    private void tell(String status, JournalRecord record) {
        store.store()
                .work()
                .settle(List.of(new Settlement(
                        store.one("a"),
                        new Done(),
                        Optional.empty(),
                        Optional.of(SampleStatuses.written(status)),
                        new Journaling(List.of(record), Optional.empty()))));
    }

    private void announce(JournalRecord.Written... writes) {
        store.announce(writes);
    }

    private List<Holding> holdings() {
        return store.store().records().holdings().page(Holdings.EVERY, Optional.empty(), 10);
    }

    /** The process ends without a word, and another begins. */
    private void restart() throws Exception {
        store.store().close();
        store = new StoreCall(open());
    }
}
