package dev.writeback.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do. */
abstract class WritebackStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AttributeName ATTRIBUTE = AttributeName.of("CustomAttribute1");

    private final WritebackStore store = emptyStore();

    /** A store that nothing is in. */
    protected abstract WritebackStore emptyStore();

    @Test
    void knows_no_cursor_before_the_first_page_and_the_newest_one_after_it() {
        assertThat(store.intake().cursor("cloud")).isEmpty();
        accept("1");
        accept("2");
        assertThat(store.intake().cursor("cloud")).contains(new Cursor("2"));
        assertThat(store.intake().cursor("another")).isEmpty();
    }

    @Test
    void hands_out_what_came_in_in_its_order() {
        accept("1", text("a", 1, "x"), text("b", 1, "x"));
        accept("2", text("c", 1, "x"));
        assertThat(ids(next(2))).containsExactly("a", "b");
        assertThat(ids(next(2))).containsExactly("c");
        assertThat(next(2)).isEmpty();
    }

    @Test
    void joins_the_changes_of_one_object_to_one_item_at_the_place_of_the_first() {
        accept("1", text("a", 2, "new"), text("b", 1, "x"), text("a", 1, "old"));
        List<WorkItem> items = next(10);
        assertThat(ids(items)).containsExactly("a", "b");
        assertThat(items.get(0).object().stated(ATTRIBUTE)).contains(List.of(AttributeValue.text("new")));
    }

    @Test
    void does_not_make_an_object_pending_that_nothing_new_is_said_about() {
        accept("1", text("a", 2, "x"));
        finish(next(1), new Settlement.Done());
        accept("2", text("a", 2, "x"), text("a", 1, "older"));
        assertThat(next(1)).isEmpty();
    }

    @Test
    void makes_a_finished_object_pending_that_something_new_is_said_about() {
        accept("1", text("a", 1, "x"));
        finish(next(1), new Settlement.Done());
        accept("2", text("a", 2, "y"));
        assertThat(ids(next(1))).containsExactly("a");
    }

    @Test
    void hands_an_object_to_one_worker_at_a_time() {
        accept("1", text("a", 1, "x"));
        List<WorkItem> mine = next(1);
        accept("2", text("a", 2, "y"));
        assertThat(next(1)).isEmpty();
        assertThat(named("a")).isEmpty();
        finish(mine, new Settlement.Done());
        assertThat(ids(next(1))).containsExactly("a");
    }

    @Test
    void keeps_an_object_pending_whose_newer_state_came_in_meanwhile() {
        accept("1", text("a", 1, "x"), text("b", 1, "x"));
        List<WorkItem> items = next(2);
        accept("2", text("a", 2, "y"), text("b", 2, "y"));
        finish(items.subList(0, 1), new Settlement.Done());
        finish(items.subList(1, 2), new Settlement.Escrowed(NOW.plusSeconds(60)));
        List<WorkItem> again = next(2);
        assertThat(ids(again)).containsExactly("a", "b");
        assertThat(again.get(0).object().stated(ATTRIBUTE)).contains(List.of(AttributeValue.text("y")));
        assertThat(again.get(0).attempts()).isZero();
        assertThat(again.get(1).attempts()).isEqualTo(1);
    }

    @Test
    void gives_an_object_in_escrow_out_when_it_is_due_and_counts_its_failures() {
        accept("1", text("a", 1, "x"));
        finish(next(1), new Settlement.Escrowed(NOW.plusSeconds(30)));
        assertThat(next(1)).isEmpty();
        List<WorkItem> due = store.work().claim(new Claim.Next(1, NOW.plusSeconds(30)));
        assertThat(due).extracting(WorkItem::attempts).containsExactly(1);
        finish(due, new Settlement.Escrowed(NOW.plusSeconds(90)));
        assertThat(store.work().claim(new Claim.Next(1, NOW.plusSeconds(89)))).isEmpty();
        due = store.work().claim(new Claim.Next(1, NOW.plusSeconds(90)));
        assertThat(due).extracting(WorkItem::attempts).containsExactly(2);
        finish(due, new Settlement.Done());
        store.work().reopen(new Selection.All());
        assertThat(next(1)).extracting(WorkItem::attempts).containsExactly(0);
    }

    @Test
    void gives_an_object_in_escrow_out_at_once_when_something_new_is_said_about_it() {
        accept("1", text("a", 1, "x"));
        finish(next(1), new Settlement.Escrowed(NOW.plus(Duration.ofHours(1))));
        accept("2", text("a", 2, "y"));
        assertThat(next(1)).extracting(WorkItem::attempts).containsExactly(1);
    }

    @Test
    void takes_a_released_object_back_to_its_place() {
        accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        List<WorkItem> items = next(2);
        finish(items, new Settlement.Released());
        assertThat(ids(next(3))).containsExactly("a", "b", "c");
    }

    @Test
    void takes_a_released_object_back_to_escrow() {
        accept("1", text("a", 1, "x"));
        finish(next(1), new Settlement.Escrowed(NOW.plusSeconds(30)));
        List<WorkItem> due = named("a");
        finish(due, new Settlement.Released());
        assertThat(next(1)).isEmpty();
        assertThat(store.work().reopen(new Selection.Escrowed())).isEqualTo(1);
    }

    @Test
    void hands_out_a_named_object_whether_or_not_it_is_pending_and_leaves_out_an_unknown_one() {
        accept("1", text("a", 1, "x"), text("b", 1, "x"));
        finish(next(1), new Settlement.Done());
        List<WorkItem> named = named("b", "nobody", "a");
        assertThat(ids(named)).containsExactly("b", "a");
        finish(named, new Settlement.Released());
        assertThat(ids(next(2))).containsExactly("b");
    }

    @Test
    void reopens_everything_what_is_in_escrow_or_what_is_named() {
        accept("1", text("a", 1, "x"), text("b", 1, "x"), text("c", 1, "x"));
        finish(next(1), new Settlement.Escrowed(NOW.plusSeconds(30)));
        finish(next(2), new Settlement.Done());
        assertThat(store.work().reopen(new Selection.Escrowed())).isEqualTo(1);
        assertThat(ids(next(3))).containsExactly("a");
        assertThat(store.work().reopen(new Selection.Objects(List.of(id("b"), id("nobody")))))
                .isEqualTo(1);
        assertThat(ids(next(3))).containsExactly("b");
        assertThat(store.work().reopen(new Selection.All())).isEqualTo(3);
        assertThat(ids(next(3))).containsExactly("c");
    }

    @Test
    void keeps_an_object_pending_that_was_reopened_while_a_worker_had_it() {
        accept("1", text("a", 1, "x"));
        List<WorkItem> mine = next(1);
        store.work().reopen(new Selection.All());
        finish(mine, new Settlement.Done());
        assertThat(ids(next(1))).containsExactly("a");
    }

    @Test
    void keeps_the_baseline_until_a_settlement_brings_another() {
        accept("1", text("a", 1, "x"));
        List<WorkItem> first = next(1);
        assertThat(first.get(0).baseline()).isEqualTo(Baseline.none());
        Baseline agreed = new Baseline(
                Optional.empty(),
                Map.of(ATTRIBUTE, new Agreement(List.of(AttributeValue.text("x")), List.of(AttributeValue.text("x")))));
        store.work()
                .settle(List.of(
                        new Settlement(first.get(0), new Settlement.Done(), Optional.of(agreed), Optional.empty())));
        finish(named("a"), new Settlement.Done());
        assertThat(named("a").get(0).baseline()).isEqualTo(agreed);
    }

    @Test
    void keeps_statuses_in_their_order_until_they_are_delivered() {
        store.intake().accept("cloud", List.of(text("a", 1, "x")), List.of(status("1")), new Cursor("1"));
        List<WorkItem> items = next(1);
        store.work()
                .settle(List.of(new Settlement(
                        items.get(0), new Settlement.Done(), Optional.empty(), Optional.of(status("2")))));
        assertThat(undelivered(10)).containsExactly("1", "2");
        assertThat(undelivered(1)).containsExactly("1");
        store.outbox().delivered(List.of(status("1"), status("unknown")));
        assertThat(undelivered(10)).containsExactly("2");
    }

    @Test
    void loses_nothing_and_hands_nothing_out_twice_under_many_threads() throws Exception {
        int objects = 200;
        int rounds = 20;
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        List<Callable<Integer>> everybody = new ArrayList<>();
        everybody.add(() -> feed(objects, rounds));
        IntStream.range(0, 4).forEach(worker -> everybody.add(() -> work(inHand, objects)));
        ExecutorService threads = Executors.newFixedThreadPool(everybody.size());
        try {
            for (Future<Integer> one : threads.invokeAll(everybody)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        work(inHand, objects);
        List<WorkItem> all =
                named(IntStream.range(0, objects).mapToObj(n -> "o" + n).toArray(String[]::new));
        assertThat(all).hasSize(objects).allSatisfy(item -> {
            AttributeValue newest = AttributeValue.text("v" + rounds);
            assertThat(item.object().stated(ATTRIBUTE)).contains(List.of(newest));
            assertThat(item.baseline().agreement(ATTRIBUTE).orElseThrow().cloud())
                    .containsExactly(newest);
        });
    }

    private int feed(int objects, int rounds) {
        for (int round = 1; round <= rounds; round++) {
            int version = round;
            CloudChange[] page = IntStream.range(0, objects)
                    .mapToObj(n -> text("o" + n, version, "v" + version))
                    .toArray(CloudChange[]::new);
            accept(Integer.toString(round), page);
        }
        return rounds;
    }

    /** Agrees to whatever it is handed, until there is nothing for a while. */
    private int work(Set<String> inHand, int objects) {
        int done = 0;
        for (int idle = 0; idle < objects; ) {
            List<WorkItem> items = next(7);
            idle = items.isEmpty() ? idle + 1 : 0;
            items.forEach(
                    item -> assertThat(inHand.add(item.object().id().value())).isTrue());
            items.forEach(item -> inHand.remove(item.object().id().value()));
            store.work()
                    .settle(items.stream().map(WritebackStoreContract::agreed).toList());
            done += items.size();
        }
        return done;
    }

    private static Settlement agreed(WorkItem item) {
        List<AttributeValue> values = item.object().stated(ATTRIBUTE).orElseThrow();
        Baseline baseline = new Baseline(Optional.empty(), Map.of(ATTRIBUTE, new Agreement(values, values)));
        return new Settlement(item, new Settlement.Done(), Optional.of(baseline), Optional.empty());
    }

    private void accept(String cursor, CloudChange... changes) {
        store.intake().accept("cloud", List.of(changes), List.of(), new Cursor(cursor));
    }

    private List<WorkItem> next(int atMost) {
        return store.work().claim(new Claim.Next(atMost, NOW));
    }

    private List<WorkItem> named(String... ids) {
        return store.work()
                .claim(new Claim.Objects(
                        java.util.Arrays.stream(ids).map(CloudObjectId::of).toList()));
    }

    private void finish(List<WorkItem> items, Settlement.End end) {
        store.work()
                .settle(items.stream()
                        .map(item -> new Settlement(item, end, Optional.empty(), Optional.empty()))
                        .toList());
    }

    private List<String> undelivered(int atMost) {
        return store.outbox().undelivered(atMost).stream().map(Status::id).toList();
    }

    private static List<String> ids(List<WorkItem> items) {
        return items.stream().map(item -> item.object().id().value()).toList();
    }

    private static CloudObjectId id(String value) {
        return CloudObjectId.of(value);
    }

    private static CloudChange text(String id, long version, String text) {
        return CloudChange.update(id(id), version, List.of(), Map.of(ATTRIBUTE, List.of(AttributeValue.text(text))));
    }

    private static Status status(String id) {
        return new Status(
                id,
                NOW,
                Duration.ZERO,
                "cycle",
                "change",
                "job",
                Optional.empty(),
                Optional.empty(),
                Step.Result.SUCCESS,
                Optional.empty(),
                List.of());
    }
}
