package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.StoreCall.ATTRIBUTE;
import static dev.writeback.testkit.contract.StoreCall.NOW;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holding.State;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Parking;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store must tell about how objects stand. Part of {@link WritebackStoreContract}. */
abstract class HoldingsContract extends JournalContract {

    @Test
    void pages_through_all_objects_and_reaches_each_once_whatever_happens_meanwhile() {
        store.accept(
                "1", text("c", 1, "x"), text("a", 1, "x"), text("E", 1, "x"), text("b", 1, "x"), text("d", 1, "x"));
        List<String> reached = new ArrayList<>();
        Optional<CloudObjectId> after = Optional.empty();
        for (int turn = 1; turn <= 4; turn++) {
            List<Holding> page = holdings().page(Holdings.EVERY, after, 2);
            page.forEach(holding -> reached.add(holding.object().id().value()));
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).object().id());
            store.finish(store.next(2), new Done());
            store.accept("2." + turn, text("a", turn + 1, "y"), text("d", turn + 1, "y"));
        }
        assertThat(reached)
                .as("what pages of 2 tell of 5 objects, while workers finish them and new statements come in")
                .containsExactlyInAnyOrder("a", "b", "c", "d", "E");
    }

    @Test
    void pages_in_the_same_order_each_time() {
        store.accept("1", text("c", 1, "x"), text("a", 1, "x"), text("b", 1, "x"));
        List<String> before = ids(holdings().page(Holdings.EVERY, Optional.empty(), 10));
        store.finish(store.named("c"), new Done());
        store.accept("2", text("c", 2, "y"), text("b", 2, "y"), text("a", 2, "y"));
        assertThat(ids(holdings().page(Holdings.EVERY, Optional.empty(), 10)))
                .as("the objects in the order in which they stood before")
                .isEqualTo(before);
    }

    @Test
    void tells_of_named_objects_and_leaves_out_unknown_ones() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        assertThat(ids(holdings().of(ids("c", "nobody", "a", "c"))))
                .as("objects by name, one of them named twice and one unknown")
                .containsExactlyInAnyOrder("a", "c");
        assertThat(holdings().of(List.of())).as("no objects").isEmpty();
    }

    @Test
    void tells_of_the_objects_that_something_was_agreed_about_with_an_entry() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"), text("d", 1, "x"));
        agree("a", SampleRecords.agreedWith(1));
        agree("b", SampleRecords.agreedWith(2));
        agree("c", SampleRecords.agreedWith(1));
        agree("c", SampleRecords.agreedWith(3));
        agree("d", SampleRecords.agreedWith(1));
        List<Holding> found = holdings()
                .ofEntries(List.of(
                        SampleRecords.entry(1).guid(),
                        SampleRecords.entry(1).guid(),
                        SampleRecords.entry(9).guid()));
        assertThat(ids(found))
                .as("objects of an entry that two of them share, one had before, and another does not have")
                .containsExactlyInAnyOrder("a", "d");
        assertThat(found)
                .as("what was agreed with the entry")
                .extracting(Holding::baseline)
                .containsOnly(SampleRecords.agreedWith(1));
    }

    @Test
    void tells_how_each_object_stands() {
        String[] all = {"resting", "escrowed", "waiting", "parked", "pending"};
        store.accept("1", Stream.of(all).map(id -> text(id, 1, "x")).toArray(CloudChange[]::new));
        store.finish(store.next(1), new Done());
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        store.finish(store.next(1), waitingFor(NOW.plusSeconds(60), "other"));
        store.finish(store.next(1), PARKED);
        assertStands(stands("resting", State.RESTING, Optional.empty(), 0, List.of()));
        assertStands(stands("escrowed", State.ESCROWED, Optional.of(NOW.plusSeconds(30)), 1, List.of()));
        assertStands(stands("waiting", State.WAITING, Optional.of(NOW.plusSeconds(60)), 1, List.of()));
        assertStands(stands("parked", State.PARKED, Optional.empty(), 0, PARKED.conflicts()));
        assertStands(stands("pending", State.PENDING, Optional.empty(), 0, List.of()));
    }

    @Test
    void tells_of_an_object_in_a_workers_hands_as_it_stood_before() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"), text("d", 1, "x"));
        store.finish(store.next(1), new Escrowed(NOW.plusSeconds(30)));
        store.finish(store.next(1), PARKED);
        store.finish(store.next(1), new Done());
        List<Holding> before = holdings().page(Holdings.EVERY, Optional.empty(), 10);
        store.named("a", "b", "c", "d");
        assertThat(holdings().page(Holdings.EVERY, Optional.empty(), 10))
                .as("objects that workers have and of which nothing became yet")
                .isEqualTo(before);
    }

    @Test
    void remembers_what_the_cloud_took_away_until_something_is_agreed_with_an_entry() {
        store.accept("1", text("a", 2, "y"));
        store.accept("2", text("a", 1, "x"));
        assertFormer("after a newer and an older statement", "x");
        agree("a", StoreCall.agreedOn(List.of(AttributeValue.text("y"))));
        assertFormer("when something was agreed and no entry is known", "x");
        agree("a", SampleRecords.agreedWith(1));
        assertFormer("when something was agreed with an entry");
    }

    private void assertFormer(String when, String... texts) {
        Map<AttributeName, Set<AttributeValue>> expected = texts.length == 0
                ? Map.of()
                : Map.of(
                        ATTRIBUTE,
                        Set.of(Stream.of(texts).map(AttributeValue::text).toArray(AttributeValue[]::new)));
        assertThat(List.of(object("a").former(), store.holding("a").object().former()))
                .as("values that the cloud had and has no longer, %s", when)
                .containsOnly(expected);
    }

    private CloudObject object(String id) {
        return StoreCall.only(store.known(id), "what is known of an object that something was said about");
    }

    private Holding stands(String id, State state, Optional<Instant> due, int attempts, List<Parking> parked) {
        return new Holding(
                object(id), Baseline.none(), state, NOW, due, attempts, Optional.empty(), parked, Optional.empty());
    }

    private void assertStands(Holding expected) {
        assertThat(store.holding(expected.object().id().value()))
                .as("how the object stands that is called %s", expected.object())
                .isEqualTo(expected);
    }

    private void agree(String object, Baseline baseline) {
        WorkItem item = store.one(object);
        store.store().work().settle(List.of(new Settlement(item, new Done(), Optional.of(baseline), Optional.empty())));
    }

    private Holdings holdings() {
        return store.store().records().holdings();
    }

    private static List<CloudObjectId> ids(String... ids) {
        return Stream.of(ids).map(CloudObjectId::of).toList();
    }

    private static List<String> ids(List<Holding> holdings) {
        return holdings.stream().map(holding -> holding.object().id().value()).toList();
    }
}
