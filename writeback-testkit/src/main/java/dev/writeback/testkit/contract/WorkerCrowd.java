package dev.writeback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.CloudChange;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** One thread that takes changes in and several that work them off, all at once. */
final class WorkerCrowd {

    static final int OBJECTS = 200;
    static final int ROUNDS = 20;

    private final StoreCall store;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    WorkerCrowd(StoreCall store) {
        this.store = store;
    }

    /** Works until nothing is left. */
    void work() throws InterruptedException {
        Crowd.run(this::feed, this::workOff);
        workOff();
    }

    private boolean feed() {
        for (int round = 1; round <= ROUNDS; round++) {
            int version = round;
            store.accept(
                    Integer.toString(round),
                    IntStream.range(0, OBJECTS)
                            .mapToObj(n -> StoreCall.text("o" + n, version, "v" + version))
                            .toArray(CloudChange[]::new));
        }
        return true;
    }

    /** Agrees to whatever it is handed, until there is nothing for a while. */
    private boolean workOff() {
        for (int idle = 0; idle < OBJECTS; ) {
            List<WorkItem> items = store.next(7);
            idle = items.isEmpty() ? idle + 1 : 0;
            List<String> ids = StoreCall.ids(items);
            assertThat(ids)
                    .as("objects that two workers have at once; they would write one entry against each other")
                    .allMatch(inHand::add);
            ids.forEach(inHand::remove);
            store.store().work().settle(items.stream().map(WorkerCrowd::agreed).toList());
        }
        return true;
    }

    private static Settlement agreed(WorkItem item) {
        return new Settlement(
                item, new Settlement.Done(), Optional.of(StoreCall.agreedOn(StoreCall.values(item))), Optional.empty());
    }
}
