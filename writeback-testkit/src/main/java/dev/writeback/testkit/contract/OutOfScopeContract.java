package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Baseline;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holding.State;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.OutOfScope;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store must do for objects whose entries are not in scope. Part of {@link WritebackStoreContract}. */
abstract class OutOfScopeContract extends HeldContract {

    @Test
    void does_not_hand_out_an_object_by_itself_that_is_out_of_scope() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        store.finish(store.named("a"), new OutOfScope());
        store.accept("2", text("a", 1, "repeated"));
        assertThat(StoreCall.ids(store.next(2, Instant.MAX)))
                .as("what is handed out at the end of time: what is out of scope waits for nothing")
                .containsExactly("b");
        assertStands("that is out of scope", State.OUT_OF_SCOPE);
        assertThat(StoreCall.ids(store.named("a")))
                .as("an object that is out of scope, by its name")
                .containsExactly("a");
    }

    @Test
    void hands_an_object_out_that_is_out_of_scope_when_something_new_is_said_or_it_is_reopened() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new OutOfScope());
        assertThat(store.reopen(new Selection.Escrowed()))
                .as("objects in escrow; one that is out of scope did not fail")
                .isZero();
        store.accept("2", text("a", 2, "y"));
        assertStands("that something new is said about", State.PENDING);
        store.finish(store.next(1), new OutOfScope());
        store.reopen(new Selection.All());
        assertStands("that was reopened with all others", State.PENDING);
        store.finish(store.next(1), new Settlement.Done());
        assertStands("that came into scope and is done", State.RESTING);
    }

    @Test
    void keeps_an_object_pending_that_changed_while_a_worker_found_it_out_of_scope() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        store.accept("2", text("a", 2, "y"));
        store.finish(mine, new OutOfScope());
        assertStands("whose older state was out of scope", State.PENDING);
    }

    @Test
    void takes_a_released_object_back_to_where_it_was_out_of_scope() {
        store.accept("1", text("a", 1, "x"));
        store.finish(store.next(1), new OutOfScope());
        store.finish(store.named("a"), new Released());
        assertStands("that was out of scope and only released", State.OUT_OF_SCOPE);
    }

    @Test
    void finds_an_object_by_its_entry_that_is_out_of_scope_and_remembers_what_the_cloud_took_away() {
        store.accept("1", text("a", 1, "x"));
        store.accept("2", text("a", 2, "y"));
        Baseline found = Baseline.of(SampleRecords.entry(1));
        store.store()
                .work()
                .settle(List.of(
                        new Settlement(store.one("a"), new OutOfScope(), Optional.of(found), Optional.empty())));
        List<Holding> holdings = store.store()
                .records()
                .holdings()
                .ofEntries(Set.of(SampleRecords.entry(1).guid()));
        assertThat(holdings).as("the objects of the entry").hasSize(1);
        assertThat(holdings.get(0).baseline())
                .as("the entry, and that nothing is agreed")
                .isEqualTo(found);
        assertThat(holdings.get(0).object().former())
                .as("what the cloud took away, as long as nothing is agreed with the entry")
                .hasSize(1);
    }

    private void assertStands(String which, State state) {
        Holding holding = store.holding("a");
        assertThat(holding.state()).as("how the object stands %s", which).isEqualTo(state);
        assertThat(holding.since()).as("since when it waits").isEqualTo(NOW);
    }
}
