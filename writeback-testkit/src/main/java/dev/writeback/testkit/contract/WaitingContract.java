package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.ids;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.Settlement.Waiting;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do for objects that wait for others. Part of {@link WritebackStoreContract}. */
abstract class WaitingContract {

    private static final Instant LATER = NOW.plusSeconds(3600);

    StoreCall store;

    protected abstract WritebackStore emptyStore();

    @BeforeEach
    void openStore() {
        store = new StoreCall(emptyStore());
    }

    @AfterEach
    void closeStore() throws Exception {
        store.store().close();
    }

    @Test
    void gives_a_waiting_object_out_as_soon_as_one_that_it_waits_for_changes() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"), text("d", 1, "x"));
        store.finish(store.named("b", "c", "d"), new Done());
        store.finish(store.next(1), waitingFor("b", "c"));
        store.accept("2", text("d", 2, "y"), text("c", 1, "repeated"));
        assertHandsOut("nothing but what changed: nothing new is said about what the object waits for", "d");
        store.accept("3", text("c", 2, "y"));
        assertHandsOut("the object that changed and the one that waits for it", "a", "c");
    }

    @Test
    void gives_a_waiting_object_out_when_one_that_it_waits_for_is_stated_first() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(2), waitingFor("nobody yet"));
        assertHandsOut("nothing before the object is stated");
        store.accept("2", text("nobody yet", 1, "x"));
        assertHandsOut("the object that was stated and those that wait for it", "a", "b", "nobody yet");
    }

    @Test
    void gives_a_waiting_object_out_when_one_that_it_waits_for_is_removed() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.named("b"), new Done());
        store.finish(store.next(1), waitingFor("b"));
        store.accept("2", CloudChange.removal(CloudObjectId.of("b"), 2));
        assertHandsOut("the object that is gone and the one that waits for it", "a", "b");
    }

    @Test
    void gives_a_waiting_object_out_when_it_is_due_and_counts_the_looks_in_vain() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), waitingFor(NOW.plusSeconds(30), "b"));
        assertHandsOut("nothing before the time has come");
        assertAttempts(store.next(1, NOW.plusSeconds(30)), 1, waitingFor(NOW.plusSeconds(90), "b"));
        assertThat(store.next(1, NOW.plusSeconds(89)))
                .as("items a second before the wait ends")
                .isEmpty();
        assertAttempts(store.next(1, NOW.plusSeconds(90)), 2, new Done());
        store.reopen(new Selection.All());
        assertAttempts(store.next(1), 0, new Done());
    }

    @Test
    void begins_the_wait_anew_when_something_new_is_said_about_the_object_itself() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), waitingFor("b"));
        store.accept("2", text("a", 2, "y"));
        List<WorkItem> again = store.next(1);
        assertAwaited(again, "after a change of the object itself");
        assertAttempts(again, 0, waitingFor("b"));
        assertAttempts(store.next(1, LATER), 1, waitingFor("b"));
    }

    @Test
    void remembers_what_an_object_waited_for_as_long_as_nothing_else_happens_to_it() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> items = store.next(1);
        assertAwaited(items, "before it ever waited");
        store.finish(items, waitingFor("b", "c"));
        store.accept("2", text("b", 1, "x"));
        items = store.named("a");
        assertAwaited(items, "when one of them changed", "b", "c");
        store.finish(items, new Released());
        items = store.named("a");
        assertAwaited(items, "when it was only released", "b", "c");
        store.finish(items, waitingFor("c"));
        items = store.named("a");
        assertAwaited(items, "when it waits for something else", "c");
        store.finish(items, new Escrowed(LATER));
        items = store.named("a");
        assertAwaited(items, "when it failed");
        store.finish(items, waitingFor("c"));
        store.reopen(new Selection.All());
        items = store.named("a");
        assertAwaited(items, "when it was reopened");
        store.finish(items, waitingFor("c"));
        store.finish(store.named("a"), new Done());
        assertAwaited(store.named("a"), "when it was done");
    }

    @Test
    void keeps_an_object_pending_if_what_it_waits_for_changed_while_a_worker_had_it() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        store.finish(store.named("b"), new Done());
        List<WorkItem> mine = store.named("a", "c");
        store.accept("2", text("b", 2, "y"), text("d", 1, "x"));
        store.finish(store.named("b", "d"), new Done());
        store.finish(mine.subList(0, 1), waitingFor("b"));
        store.finish(mine.subList(1, 2), waitingFor("d"));
        List<WorkItem> again = store.next(5);
        assertThat(ids(again))
                .as("objects whose worker could not know that what they wait for changed; nobody else would tell")
                .containsExactlyInAnyOrder("a", "c");
        store.finish(again, waitingFor("b", "d"));
        assertHandsOut("nothing: both were handed out after the change");
    }

    @Test
    void keeps_an_object_pending_that_changed_itself_while_a_worker_had_it_whatever_it_waits_for() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.accept("2", text("a", 2, "y"));
        store.finish(mine, waitingFor("b"));
        List<WorkItem> again = store.next(1);
        assertAwaited(again, "when nobody has worked on its newest state");
        assertAttempts(again, 0, new Done());
    }

    @Test
    void takes_a_released_object_back_to_waiting() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(2), waitingFor("c"));
        store.finish(store.named("a"), new Released());
        assertHandsOut("nothing: the object waited and nothing became of it");
        List<WorkItem> mine = store.named("b");
        store.accept("2", text("c", 1, "x"));
        store.finish(mine, new Released());
        assertHandsOut("both objects, one of which was in a worker's hands when it was to be woken", "a", "b", "c");
    }

    @Test
    void does_not_take_a_waiting_object_for_one_in_escrow() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(1), waitingFor("c"));
        store.finish(store.next(1), new Escrowed(LATER));
        assertReopens(new Selection.Escrowed(), 1);
        assertHandsOut("what was in escrow", "b");
        assertReopens(new Selection.Objects(List.of(CloudObjectId.of("a"))), 1);
        assertHandsOut("what was waiting and is named", "a");
    }

    @Test
    void lets_an_object_be_that_no_longer_waits() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(2), waitingFor("c", "d"));
        store.accept("2", text("c", 1, "x"));
        List<WorkItem> woken = store.named("a", "b", "c");
        store.finish(woken.subList(0, 1), new Done());
        store.finish(woken.subList(1, 2), new Escrowed(LATER));
        store.finish(woken.subList(2, 3), new Done());
        store.accept("3", text("d", 1, "x"));
        assertHandsOut("what changed; one object that waited for it is done, the other in escrow", "d");
    }

    @Test
    void misses_no_change_of_what_is_waited_for_under_many_threads() throws InterruptedException {
        new WaitingCrowd(store).work();
        assertThat(store.named(WaitingCrowd.waiting().toArray(String[]::new)))
                .as("objects that wait for three others each, all of which are there by now")
                .hasSize(WaitingCrowd.OBJECTS)
                .allSatisfy(item -> assertThat(item.awaited()).isEmpty());
    }

    static Waiting waitingFor(String... ids) {
        return waitingFor(LATER, ids);
    }

    static Waiting waitingFor(Instant until, String... ids) {
        return new Waiting(until, Stream.of(ids).map(CloudObjectId::of).toList());
    }

    private void assertHandsOut(String what, String... ids) {
        assertThat(ids(store.next(10))).as("what is handed out: %s", what).containsExactlyInAnyOrder(ids);
    }

    final void assertHandsOut(int atMost, String what, String... ids) {
        assertThat(ids(store.next(atMost))).as("what is handed out: %s", what).containsExactly(ids);
    }

    final void assertReopens(Selection selection, int count) {
        assertThat(store.reopen(selection))
                .as("how many objects %s reopens", selection)
                .isEqualTo(count);
    }

    final void assertAttempts(List<WorkItem> due, int attempts, Settlement.End end) {
        assertThat(due)
                .as("the item that is due, with its failures and looks in vain since it was last done")
                .extracting(WorkItem::attempts)
                .containsExactly(attempts);
        store.finish(due, end);
    }

    private static void assertAwaited(List<WorkItem> items, String when, String... ids) {
        assertThat(items).as("the object by its name, %s", when).hasSize(1);
        assertThat(items.get(0).awaited())
                .as("what the object waited for, %s", when)
                .extracting(CloudObjectId::value)
                .containsExactly(ids);
    }
}
