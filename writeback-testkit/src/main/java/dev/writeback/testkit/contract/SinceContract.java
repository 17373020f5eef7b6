package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store must tell about since when objects wait. Part of {@link WritebackStoreContract}. */
abstract class SinceContract extends ArrivalContract {

    private static final Instant END_OF_ESCROW = NOW.plusSeconds(7200);

    @Test
    void tells_since_when_an_object_waits_by_what_was_last_said_anew() {
        arrives(0, text("a", 2, "x"));
        assertSince(0, "when it was first stated", "a");
        arrives(10, text("a", 2, "x"), text("a", 1, "older"));
        assertSince(0, "when nothing new was said about it; it would never have waited too long", "a");
        arrives(20, text("a", 3, "y"));
        assertSince(20, "when something new was said about it", "a");
    }

    @Test
    void keeps_since_when_an_object_waits_whatever_becomes_of_it() {
        arrives(0, text("a", 1, "x"));
        store.finish(store.next(1), new Escrowed(END_OF_ESCROW));
        assertSince(0, "when it failed", "a");
        store.finish(store.next(1, END_OF_ESCROW), new Escrowed(END_OF_ESCROW));
        assertSince(0, "when it failed twice", "a");
        store.finish(store.named("a"), new Released());
        assertSince(0, "when it was released", "a");
        store.finish(store.named("a"), waitingFor("b"));
        assertSince(0, "when it waits for another object", "a");
        store.finish(store.named("a"), PARKED);
        assertSince(0, "when it is parked", "a");
        store.finish(store.named("a"), new Done());
        assertSince(0, "when it is done: then it says when it last waited", "a");
    }

    @Test
    void counts_the_wait_anew_for_an_object_that_is_reopened() {
        arrives(0, text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"), text("d", 1, "x"));
        store.finish(store.named("a"), new Done());
        store.finish(store.named("b"), new Escrowed(END_OF_ESCROW));
        List<WorkItem> mine = store.named("c");
        store.reopen(new Selection.All(), NOW.plusSeconds(10));
        assertSince(10, "when all objects were reopened: it was done, in escrow or pending", "a", "b", "d");
        store.finish(mine, new Done());
        assertSince(10, "when it was reopened while a worker had it", "c");
        store.reopen(new Selection.Objects(StoreCall.objects("a")), NOW.plusSeconds(20));
        assertSince(20, "when it was reopened by name", "a");
        assertSince(10, "when another was reopened by name", "b", "c", "d");
    }

    @Test
    void counts_the_wait_from_the_news_that_came_while_a_worker_had_the_object() {
        arrives(0, text("a", 1, "x"));
        List<WorkItem> mine = store.next(1);
        arrives(10, text("a", 2, "y"));
        store.finish(mine, new Done());
        assertSince(10, "when its newer state came in while a worker had the older one", "a");
    }

    @Test
    void counts_the_wait_from_the_news_about_what_an_object_waited_for() {
        arrives(0, text("a", 1, "x"));
        store.finish(store.next(1), waitingFor("b"));
        arrives(10, text("b", 1, "x"));
        assertSince(10, "when what it waited for is there: the time that others took is not its own", "a");
    }

    private void arrives(long seconds, CloudChange... changes) {
        store.accept(Long.toString(seconds), List.of(), NOW.plusSeconds(seconds), changes);
    }

    private void assertSince(long seconds, String when, String... objects) {
        List<Instant> told =
                List.of(objects).stream().map(id -> store.holding(id).since()).toList();
        List<WorkItem> items = store.named(objects);
        assertThat(told)
                .as("since when the object waits as its holding tells, %s", when)
                .containsOnly(at(seconds));
        assertThat(items)
                .as("since when the object waits as its item tells, %s", when)
                .hasSize(objects.length)
                .extracting(WorkItem::since)
                .containsOnly(at(seconds));
        store.finish(items, new Released());
    }

    private static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }
}
