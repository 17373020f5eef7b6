package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.ids;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holding.State;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Held;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store must do for objects that a run would have written. Part of {@link WritebackStoreContract}. */
abstract class HeldContract extends ExpiryContract {

    private static final Held HELD = new Held(SamplePlans.of("a"));

    @Test
    void hands_out_held_objects_only_when_they_are_asked_for() {
        hold("a", "b", "c");
        store.accept("2", text("a", 1, "repeated"), text("pending", 1, "x"));
        assertThat(ids(store.next(10, Instant.MAX)))
                .as("what is handed out at the end of time: a held object waits for a decision about its run")
                .containsExactly("pending");
        List<String> first = ids(store.held(2));
        assertThat(first).as("at most two of three held objects").hasSize(2);
        assertThat(Stream.of(first, ids(store.held(2))).flatMap(List::stream))
                .as("all held objects, in two parts, and nothing else")
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(store.held(2))
                .as("held objects when all are in a worker's hands")
                .isEmpty();
    }

    @Test
    void keeps_the_plan_of_a_held_object_word_for_word() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> items = store.next(1);
        assertPlan(items, "before its run was held", Optional.empty());
        store.finish(items, HELD);
        assertThat(store.holding("a").held())
                .as("the plan of a held object as its holding tells; it is shown to whoever decides")
                .contains(HELD.plan());
        items = store.held(1);
        assertPlan(items, "handed out as held", Optional.of(HELD.plan()));
        store.finish(items, new Released());
        assertPlan(store.named("a"), "handed out by its name", Optional.of(HELD.plan()));
    }

    @Test
    void takes_a_released_object_back_to_where_it_was_held() {
        hold("a");
        store.finish(store.held(1), new Released());
        assertHeld("that was only released", State.HELD, Optional.of(HELD.plan()));
        assertHandsOut(1, "nothing: the object is held and nothing became of it");
        assertPlan(store.held(1), "released and handed out again", Optional.of(HELD.plan()));
    }

    @Test
    void makes_a_held_object_pending_without_its_plan_when_something_new_is_said_about_it() {
        hold("a");
        store.accept("2", text("a", 2, "y"));
        assertHeld("that something new is said about", State.PENDING, Optional.empty());
        assertThat(store.held(1))
                .as("what is held; the plan was made from what the cloud no longer states")
                .isEmpty();
        assertPlan(store.next(1), "with its new statement", Optional.empty());
    }

    @Test
    void reopens_a_held_object_by_name_and_with_all_others_and_not_with_those_in_escrow() {
        hold("a");
        assertReopens(new Selection.Escrowed(), 0);
        assertHeld("when what is in escrow was reopened", State.HELD, Optional.of(HELD.plan()));
        assertReopens(new Selection.Objects(StoreCall.objects("a")), 1);
        assertHeld("that was reopened by name", State.PENDING, Optional.empty());
        store.finish(store.next(1), HELD);
        assertReopens(new Selection.All(), 1);
        assertHeld("that was reopened with all others", State.PENDING, Optional.empty());
        assertPlan(store.next(1), "reopened", Optional.empty());
    }

    @Test
    void keeps_an_object_pending_that_changed_while_its_run_was_held() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.accept("2", text("a", 2, "y"));
        store.finish(mine, HELD);
        assertHeld("whose older state would have been written", State.PENDING, Optional.empty());
        assertPlan(store.next(1), "whose newest state nobody has worked on", Optional.empty());
    }

    @Test
    void leaves_what_was_agreed_as_it_was_when_an_object_is_held() {
        store.accept("1", text("a", 1, "x"));
        store.store()
                .work()
                .settle(List.of(new Settlement(
                        store.one("a"), new Done(), Optional.of(SampleRecords.agreedWith(1)), Optional.empty())));
        store.finish(store.named("a"), HELD);
        assertThat(store.one("a").baseline())
                .as("what was agreed about an object that is held: nothing was written, so nothing new is agreed")
                .isEqualTo(SampleRecords.agreedWith(1));
    }

    @Test
    void forgets_the_plan_of_a_held_object_that_is_settled_another_way() {
        hold("a");
        store.finish(store.held(1), new Done());
        assertHeld("that was written after all", State.RESTING, Optional.empty());
        store.finish(store.named("a"), HELD);
        store.finish(store.held(1), new Escrowed(NOW.plusSeconds(30)));
        assertHeld("that could not be written yet", State.ESCROWED, Optional.empty());
        assertPlan(store.named("a"), "that could not be written yet", Optional.empty());
    }

    @Test
    void counts_failures_anew_once_an_object_was_held() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW));
        assertAttempts(store.next(1), 1, HELD);
        assertAttempts(store.held(1), 0, new Done());
    }

    private void hold(String... objects) {
        store.accept("1", Stream.of(objects).map(id -> text(id, 1, "x")).toArray(CloudChange[]::new));
        Stream.of(objects).forEach(id -> store.finish(store.named(id), new Held(SamplePlans.of(id))));
    }

    private void assertHeld(String which, State state, Optional<Plan> plan) {
        Holding holding = store.holding("a");
        assertThat(holding.state()).as("how the object stands %s", which).isEqualTo(state);
        assertThat(holding.held())
                .as("what a run would have written of the object %s", which)
                .isEqualTo(plan);
    }

    private static void assertPlan(List<WorkItem> items, String which, Optional<Plan> plan) {
        assertThat(items)
                .as("the object and what a run would have written, every value and reason of it, %s", which)
                .extracting(WorkItem::held)
                .containsExactly(plan);
    }
}
