package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.ids;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link WritebackStore} must do. A test of a store extends it, supplies a store, and inherits the tests. */
public abstract class WritebackStoreContract extends RefusalContract {

    /** For those who extend it. */
    protected WritebackStoreContract() {}

    /** A store that nothing is in. It is closed after the test. */
    @Override
    protected abstract WritebackStore emptyStore();

    @Test
    void tells_what_is_known_of_objects_and_leaves_out_those_that_nothing_was_said_about() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        store.accept("2", text("a", 2, "y"), CloudChange.removal(CloudObjectId.of("b"), 2));
        store.finish(store.next(1), new Done());
        store.next(1);
        List<CloudObject> known = store.known("a", "b", "nobody", "a");
        assertThat(known)
                .as("what is known of a finished object, one in a worker's hands and an unknown one")
                .extracting(object -> object.id().value() + (object.isRemoved() ? " removed" : ""))
                .containsExactlyInAnyOrder("a", "b removed");
        assertThat(known)
                .as("the newest statement of an object")
                .anyMatch(object ->
                        object.stated(StoreCall.ATTRIBUTE).equals(Optional.of(List.of(AttributeValue.text("y")))));
        assertThat(store.known()).as("what is known of no object").isEmpty();
    }

    @Test
    void knows_no_cursor_before_the_first_page_and_the_newest_one_after_it() {
        assertThat(store.store().intake().cursor("cloud"))
                .as("the cursor before the first page")
                .isEmpty();
        store.accept("1");
        store.accept("2");
        assertThat(store.store().intake().cursor("cloud"))
                .as("the cursor after two pages; from an older one everything is read again")
                .contains(new Cursor("2"));
        assertThat(store.store().intake().cursor("another"))
                .as("the cursor of another source")
                .isEmpty();
    }

    @Test
    void hands_out_what_came_in_in_its_order() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.accept("2", text("c", 1, "x"));
        assertHandsOut(2, "what waited longest", "a", "b");
        assertHandsOut(2, "the rest", "c");
        assertHandsOut(2, "nothing, since all is in somebody's hands");
    }

    @Test
    void joins_the_changes_of_one_object_to_one_item_at_the_place_of_the_first() {
        store.accept("1", text("a", 2, "new"), text("b", 1, "x"), text("a", 1, "old"));
        List<WorkItem> items = store.next(10);
        assertThat(ids(items)).as("items of three changes of two objects").containsExactly("a", "b");
        assertStates(items.get(0), "new");
    }

    @Test
    void does_not_make_an_object_pending_that_nothing_new_is_said_about() {
        store.accept("1", text("a", 2, "x"));
        store.finish(store.next(1), new Done());
        store.accept("2", text("a", 2, "x"), text("a", 1, "older"));
        assertHandsOut(1, "nothing: a repeated and an older statement say nothing new");
    }

    @Test
    void makes_a_finished_object_pending_that_something_new_is_said_about() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Done());
        store.accept("2", text("a", 2, "y"));
        assertHandsOut(1, "the object with its new statement", "a");
    }

    @Test
    void hands_an_object_to_one_worker_at_a_time() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.accept("2", text("a", 2, "y"));
        assertHandsOut(1, "nothing: the object is in another's hands");
        assertThat(store.named("a"))
                .as("the object by its name, while another has it")
                .isEmpty();
        store.finish(mine, new Done());
        assertHandsOut(1, "the object once it is settled", "a");
    }

    @Test
    void keeps_an_object_pending_whose_newer_state_came_in_meanwhile() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        List<WorkItem> items = store.next(2);
        store.accept("2", text("a", 2, "y"), text("b", 2, "y"));
        store.finish(items.subList(0, 1), new Done());
        store.finish(items.subList(1, 2), new Escrowed(NOW.plusSeconds(60)));
        List<WorkItem> again = store.next(2);
        assertThat(ids(again))
                .as("objects whose newer state nobody has worked on")
                .containsExactly("a", "b");
        assertStates(again.get(0), "y");
        assertThat(again)
                .as("failures since the last success")
                .extracting(WorkItem::attempts)
                .containsExactly(0, 1);
    }

    @Test
    void gives_an_object_in_escrow_out_when_it_is_due_and_counts_its_failures() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        assertHandsOut(1, "nothing before the escrow ends");
        assertAttempts(store.next(1, NOW.plusSeconds(30)), 1, new Escrowed(NOW.plusSeconds(90)));
        assertThat(store.next(1, NOW.plusSeconds(89)))
                .as("items a second before the escrow ends")
                .isEmpty();
        assertAttempts(store.next(1, NOW.plusSeconds(90)), 2, new Done());
        store.reopen(new Selection.All());
        assertAttempts(store.next(1), 0, new Done());
    }

    @Test
    void gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW.plus(Duration.ofHours(1))));
        store.accept("2", text("a", 2, "y"));
        assertAttempts(store.next(1), 1, new Done());
    }

    @Test
    void takes_a_released_object_back_to_its_place() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        store.finish(store.next(2), new Released());
        assertHandsOut(3, "everything in its first order", "a", "b", "c");
    }

    @Test
    void takes_a_released_object_back_to_escrow() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        store.finish(store.named("a"), new Released());
        assertHandsOut(1, "nothing: the object was in escrow and nothing became of it");
        assertReopens(new Selection.Escrowed(), 1);
    }

    @Test
    void hands_out_a_named_object_whether_or_not_it_is_pending_and_leaves_out_an_unknown_one() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(1), new Done());
        List<WorkItem> named = store.named("b", "nobody", "a");
        assertThat(ids(named))
                .as("a pending, an unknown and a finished object by name")
                .containsExactly("b", "a");
        store.finish(named, new Released());
        assertHandsOut(2, "only what was pending before", "b");
    }

    @Test
    void reopens_everything_what_is_in_escrow_or_what_is_named() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        store.finish(store.next(2), new Done());
        assertReopens(new Selection.Escrowed(), 1);
        assertHandsOut(3, "what was in escrow", "a");
        assertReopens(new Selection.Objects(List.of(CloudObjectId.of("b"), CloudObjectId.of("nobody"))), 1);
        assertHandsOut(3, "what was named", "b");
        assertReopens(new Selection.All(), 3);
        assertHandsOut(3, "what is in nobody's hands", "c");
    }

    @Test
    void keeps_an_object_pending_that_was_reopened_while_a_worker_had_it() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.reopen(new Selection.All());
        store.finish(mine, new Done());
        assertHandsOut(1, "the object that was reopened meanwhile", "a");
    }

    @Test
    void keeps_the_baseline_until_a_settlement_brings_another() {
        store.accept("1", text("a", 1, "x"));
        WorkItem first = store.next(1).get(0);
        assertThat(first.baseline()).as("the baseline before the first contact").isEqualTo(Baseline.none());
        Baseline agreed = StoreCall.agreedOn(List.of(AttributeValue.text("x")));
        store.store().work().settle(List.of(new Settlement(first, new Done(), Optional.of(agreed), Optional.empty())));
        store.finish(store.named("a"), new Done());
        assertThat(store.named("a"))
                .as("the baseline after a settlement that brought none; without it every drift looks like a conflict")
                .extracting(WorkItem::baseline)
                .containsExactly(agreed);
    }

    @Test
    void keeps_statuses_in_their_order_until_they_are_delivered() {
        store.accept("1", List.of(SampleStatuses.plain("1")), NOW, text("a", 1, "x"));
        Settlement told = new Settlement(
                store.next(1).get(0), new Done(), Optional.empty(), Optional.of(SampleStatuses.plain("2")));
        store.store().work().settle(List.of(told));
        assertThat(store.undelivered(10)).as("undelivered statuses").containsExactly("1", "2");
        assertThat(store.undelivered(1)).as("undelivered statuses, at most one").containsExactly("1");
        store.store().records().outbox().delivered(List.of(SampleStatuses.plain("1"), SampleStatuses.plain("unknown")));
        assertThat(store.undelivered(10))
                .as("statuses when the first was delivered")
                .containsExactly("2");
    }

    @Test
    void loses_nothing_and_hands_nothing_out_twice_under_many_threads() throws InterruptedException {
        new WorkerCrowd(store).work();
        String[] all =
                IntStream.range(0, WorkerCrowd.OBJECTS).mapToObj(n -> "o" + n).toArray(String[]::new);
        List<AttributeValue> newest = List.of(AttributeValue.text("v" + WorkerCrowd.ROUNDS));
        assertThat(store.named(all))
                .as("every object, with its newest state and agreed on it")
                .hasSize(all.length)
                .allSatisfy(item -> assertThat(StoreCall.values(item)).isEqualTo(newest))
                .allSatisfy(item -> assertThat(item.baseline()).isEqualTo(StoreCall.agreedOn(newest)));
    }

    private static void assertStates(WorkItem item, String text) {
        assertThat(StoreCall.values(item))
                .as("what the object states; the newest statement wins, whichever came first")
                .containsExactly(AttributeValue.text(text));
    }
}
