package dev.writeback.testkit.contract;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thread that states what others wait for, and several that look whether it is there by now, all at once. */
final class WaitingCrowd {

    static final int OBJECTS = 100;

    /** A store that lets nothing wait would keep the workers busy for ever. */
    private static final int MOST_TURNS = 5000;

    private final StoreCall store;

    WaitingCrowd(StoreCall store) {
        this.store = store;
    }

    /** The objects that wait. */
    static Stream<String> waiting() {
        return IntStream.range(0, OBJECTS).mapToObj(n -> "waiting " + n);
    }

    /** Makes everything wait, states what it waits for, and works until nothing is left. */
    void work() throws InterruptedException {
        store.accept("1", waiting().map(id -> StoreCall.text(id, 1, "x")).toArray(CloudChange[]::new));
        workOff();
        Crowd.run(this::feed, this::workOff);
        workOff();
    }

    private boolean feed() {
        for (int part = 0; part < 3; part++) {
            for (int n = 0; n < OBJECTS; n++) {
                store.accept(part + "." + n, StoreCall.text("awaited " + n + "." + part, 1, "x"));
            }
        }
        return true;
    }

    private boolean workOff() {
        for (int idle = 0, turns = 0; idle < OBJECTS && turns < MOST_TURNS; turns++) {
            List<WorkItem> items = store.next(7);
            idle = items.isEmpty() ? idle + 1 : 0;
            store.store().work().settle(items.stream().map(this::looked).toList());
        }
        return true;
    }

    private Settlement looked(WorkItem item) {
        List<CloudObjectId> missing = missing(item.object().id().value());
        Settlement.End end = missing.isEmpty()
                ? new Settlement.Done()
                : new Settlement.Waiting(StoreCall.NOW.plusSeconds(3600), missing);
        return new Settlement(item, end, Optional.empty(), Optional.empty());
    }

    private List<CloudObjectId> missing(String id) {
        if (!id.startsWith("waiting ")) {
            return List.of();
        }
        List<CloudObjectId> awaited = IntStream.range(0, 3)
                .mapToObj(part -> CloudObjectId.of(id.replace("waiting", "awaited") + "." + part))
                .toList();
        List<CloudObjectId> known = store.store().intake().known(awaited).stream()
                .map(object -> object.id())
                .toList();
        return awaited.stream().filter(one -> !known.contains(one)).toList();
    }
}
