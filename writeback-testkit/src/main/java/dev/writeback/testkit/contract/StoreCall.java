package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Short forms of what is asked of a store.
 *
 * @param store which store
 */
record StoreCall(WritebackStore store) {

    static final Instant NOW = SampleStatuses.NOW;

    private static final int PATIENCE = 10_000;

    static final AttributeName ATTRIBUTE = AttributeName.of("CustomAttribute1");

    void accept(String cursor, CloudChange... changes) {
        accept(cursor, List.of(), NOW, changes);
    }

    /** Several threads may take pages in at once; then one of them is told that another was faster, and comes again. */
    void accept(String cursor, List<Status> statuses, Instant at, CloudChange... changes) {
        for (int turn = 1; turn <= PATIENCE; turn++) {
            Optional<Cursor> after = store.intake().cursor("cloud");
            if (store.intake()
                    .accept(new Arrival("cloud", after, List.of(changes), statuses, new Cursor(cursor), at))) {
                return;
            }
        }
        throw new AssertionError(
                "the store has not taken a page in that was read after its own cursor, %d times".formatted(PATIENCE));
    }

    /** Whether the store takes a page in that was read after this place; nothing before the first page. */
    boolean arrives(String source, String after, String next, List<Status> statuses, CloudChange... changes) {
        Optional<Cursor> read =
                Optional.of(after).filter(place -> !place.isEmpty()).map(Cursor::new);
        return store.intake().accept(new Arrival(source, read, List.of(changes), statuses, new Cursor(next), NOW));
    }

    void announce(JournalRecord.Written... writes) {
        store.records().journal().announce(List.of(writes), new Destruction(writes.length, 0, writes.length));
    }

    int reopen(Selection selection) {
        return reopen(selection, NOW);
    }

    int reopen(Selection selection, Instant now) {
        return store.work().reopen(selection, now);
    }

    List<WorkItem> next(int atMost) {
        return next(atMost, NOW);
    }

    List<WorkItem> next(int atMost, Instant now) {
        return store.work().claim(new Claim.Next(atMost, now));
    }

    List<WorkItem> overdue(int atMost, Instant before) {
        return store.work().claim(new Claim.Overdue(atMost, before));
    }

    List<WorkItem> held(int atMost) {
        return store.work().claim(new Claim.Held(atMost));
    }

    List<WorkItem> named(String... ids) {
        return store.work().claim(new Claim.Objects(objects(ids)));
    }

    List<CloudObject> known(String... ids) {
        return store.intake().known(objects(ids));
    }

    /** The item of one object, which must be to be had. */
    WorkItem one(String id) {
        return only(named(id), "the object by its name, which is in nobody's hands");
    }

    Holding holding(String id) {
        return only(
                store.records().holdings().of(List.of(CloudObjectId.of(id))), "how the object stands that is named");
    }

    /** What is in a list that must hold one thing. */
    static <T> T only(List<T> list, String what) {
        assertThat(list).as(what).hasSize(1);
        return list.get(0);
    }

    void finish(List<WorkItem> items, Settlement.End end) {
        store.work()
                .settle(items.stream()
                        .map(item -> new Settlement(item, end, Optional.empty(), Optional.empty()))
                        .toList());
    }

    List<String> undelivered(int atMost) {
        return store.records().outbox().undelivered(atMost).stream()
                .map(Status::id)
                .toList();
    }

    static List<CloudObjectId> objects(String... ids) {
        return Stream.of(ids).map(CloudObjectId::of).toList();
    }

    static List<String> ids(List<WorkItem> items) {
        return items.stream().map(item -> item.object().id().value()).toList();
    }

    /** What an object states of the attribute, nothing stated as nothing. */
    static List<AttributeValue> values(WorkItem item) {
        return item.object().stated(ATTRIBUTE).orElse(List.of());
    }

    static CloudChange text(String id, long version, String text) {
        return CloudChange.update(
                CloudObjectId.of(id), version, List.of(), Map.of(ATTRIBUTE, List.of(AttributeValue.text(text))));
    }

    static Baseline agreedOn(List<AttributeValue> values) {
        return new Baseline(Optional.empty(), Map.of(ATTRIBUTE, new Agreement(values, values)));
    }
}
