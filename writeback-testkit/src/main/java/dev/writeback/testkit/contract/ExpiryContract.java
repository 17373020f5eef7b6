package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SamplePlans.PROBLEM;
import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holding.State;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Expired;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store must do for objects that failed or were given up. Part of {@link WritebackStoreContract}. */
abstract class ExpiryContract extends OverdueContract {

    private static final Expired EXPIRED = new Expired(PROBLEM);
    private static final Escrowed FAILED = new Escrowed(NOW.plusSeconds(30), Optional.of(PROBLEM));

    @Test
    void does_not_hand_out_an_expired_object_by_itself_and_tells_why_it_expired() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.named("a"), EXPIRED);
        store.accept("2", text("a", 1, "repeated"));
        assertThat(StoreCall.ids(store.next(2, Instant.MAX)))
                .as("what is handed out at the end of time: an expired object was given up")
                .containsExactly("b");
        assertStands("that was given up", State.EXPIRED, Optional.of(PROBLEM));
        assertThat(store.holding("a").due())
                .as("when an expired object is looked at again by itself")
                .isEmpty();
    }

    @Test
    void gives_an_expired_object_out_when_something_new_is_said_about_it() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), EXPIRED);
        store.accept("2", text("a", 2, "y"));
        assertStands("that something new is said about", State.PENDING, Optional.empty());
        assertHandsOut(1, "the object with its new statement, which may be one that can be written", "a");
    }

    @Test
    void reopens_an_expired_object_by_name_and_with_all_others_and_not_with_those_in_escrow() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), EXPIRED);
        assertReopens(new Selection.Escrowed(), 0);
        assertHandsOut(1, "nothing: the object is no longer in escrow");
        assertReopens(new Selection.Objects(StoreCall.objects("a")), 1);
        assertStands("that was reopened by name", State.PENDING, Optional.empty());
        List<WorkItem> items = store.next(1);
        assertThat(items).as("an expired object that was reopened by name").hasSize(1);
        store.finish(items, EXPIRED);
        assertReopens(new Selection.All(), 1);
        assertHandsOut(1, "the object that was reopened with all others", "a");
    }

    @Test
    void counts_failures_anew_once_an_object_expired() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW));
        assertAttempts(store.next(1), 1, EXPIRED);
        assertAttempts(store.named("a"), 0, EXPIRED);
        store.accept("2", text("a", 2, "y"));
        assertAttempts(store.next(1), 0, new Done());
    }

    @Test
    void keeps_an_object_pending_that_changed_while_a_worker_gave_it_up() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.accept("2", text("a", 2, "y"));
        store.finish(mine, EXPIRED);
        assertStands("whose older state was given up", State.PENDING, Optional.empty());
        assertHandsOut(1, "the object whose newest state nobody has worked on", "a");
    }

    @Test
    void takes_a_released_object_back_to_where_it_expired() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), EXPIRED);
        List<WorkItem> named = store.named("a");
        assertThat(named).as("an expired object by its name").hasSize(1);
        store.finish(named, new Released());
        assertStands("that was given up and only released", State.EXPIRED, Optional.of(PROBLEM));
        assertHandsOut(1, "nothing: the object was given up and nothing became of it");
    }

    @Test
    void tells_why_an_object_is_in_escrow_as_long_as_it_is() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), FAILED);
        assertStands("that failed", State.ESCROWED, Optional.of(PROBLEM));
        store.finish(store.named("a"), new Released());
        assertStands("that failed and was only released", State.ESCROWED, Optional.of(PROBLEM));
        store.finish(store.named("a"), new Escrowed(NOW.plusSeconds(60)));
        assertStands("that failed again, and nobody said why", State.ESCROWED, Optional.empty());
        store.finish(store.named("a"), FAILED);
        store.finish(store.named("a"), new Done());
        assertStands("that failed and is done by now", State.RESTING, Optional.empty());
        store.reopen(new Selection.All());
        store.finish(store.named("a"), FAILED);
        store.finish(store.named("a"), PARKED);
        assertStands("that failed and is parked by now", State.PARKED, Optional.empty());
    }

    @Test
    void forgets_why_an_object_failed_when_it_is_pending_again() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), FAILED);
        store.accept("2", text("a", 2, "y"));
        assertStands("that failed and that something new is said about", State.PENDING, Optional.empty());
        store.finish(store.named("a"), FAILED);
        store.reopen(new Selection.Escrowed());
        assertStands("that failed and was reopened", State.PENDING, Optional.empty());
        List<WorkItem> mine = store.named("a");
        store.accept("3", text("a", 3, "z"));
        store.finish(mine, FAILED);
        assertStands("whose older state failed", State.PENDING, Optional.empty());
    }

    private void assertStands(String which, State state, Optional<Problem> problem) {
        Holding holding = store.holding("a");
        assertThat(holding.state()).as("how the object stands %s", which).isEqualTo(state);
        assertThat(holding.problem())
                .as("what went wrong, word for word, with the object %s", which)
                .isEqualTo(problem);
    }
}
