package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.ids;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.spi.Holding;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Parked;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store must do for objects that a person must decide about. Part of {@link WritebackStoreContract}. */
abstract class ParkingContract extends WaitingContract {

    static final Parked PARKED = new Parked(List.of(SampleRecords.conflict("mail"), SampleRecords.conflict("title")));

    @Test
    void does_not_hand_out_a_parked_object_by_itself() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(1), PARKED);
        store.accept("2", text("a", 1, "repeated"));
        assertThat(ids(store.next(2, Instant.MAX)))
                .as("what is handed out at the end of time: a parked object waits for a person")
                .containsExactly("b");
    }

    @Test
    void gives_a_parked_object_out_when_something_new_is_said_about_it() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), PARKED);
        store.accept("2", text("a", 2, "y"));
        assertHandsOut(1, "the object with its new statement, which may end the conflict", "a");
        assertThat(store.holding("a").parked())
                .as("conflicts of an object that something new is said about: they are to be found anew")
                .isEmpty();
    }

    @Test
    void takes_a_released_object_back_to_where_it_was_parked() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), PARKED);
        List<WorkItem> named = store.named("a");
        assertThat(ids(named)).as("a parked object by its name").containsExactly("a");
        store.finish(named, new Released());
        assertHandsOut(1, "nothing: the object was parked and nothing became of it");
        assertThat(store.holding("a").parked())
                .as("conflicts of a parked object that was only released")
                .isEqualTo(PARKED.conflicts());
    }

    @Test
    void forgets_the_conflicts_of_an_object_that_is_settled_another_way() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(2), PARKED);
        store.finish(store.named("a"), new Done());
        store.finish(store.named("b"), new Escrowed(NOW.plusSeconds(30)));
        assertThat(List.of(store.holding("a"), store.holding("b")))
                .as("an object that was decided about, and one whose decision could not be carried out yet")
                .allSatisfy(holding -> assertThat(holding.parked()).isEmpty())
                .extracting(Holding::state)
                .containsExactly(Holding.State.RESTING, Holding.State.ESCROWED);
    }

    @Test
    void reopens_a_parked_object_with_all_others_and_not_with_those_in_escrow() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.next(1), PARKED);
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        assertReopens(new Selection.Escrowed(), 1);
        assertHandsOut(2, "what was in escrow", "b");
        assertReopens(new Selection.All(), 2);
        assertHandsOut(2, "what was parked", "a");
    }

    @Test
    void counts_failures_anew_once_an_object_was_parked() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW));
        assertAttempts(store.next(1), 1, PARKED);
        assertAttempts(store.named("a"), 0, new Done());
    }

    @Test
    void keeps_an_object_pending_that_changed_while_a_worker_found_a_conflict() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.accept("2", text("a", 2, "y"));
        store.finish(mine, PARKED);
        assertHandsOut(1, "the object whose newest state nobody has worked on", "a");
    }
}
