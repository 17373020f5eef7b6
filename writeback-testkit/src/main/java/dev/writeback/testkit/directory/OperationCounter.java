package dev.writeback.testkit.directory;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests from many connections at once. */
final class OperationCounter {

    private final Map<Operation, LongAdder> requests = new EnumMap<>(Operation.class);
    private final LongAdder entries = new LongAdder();

    OperationCounter() {
        for (Operation operation : Operation.values()) {
            requests.put(operation, new LongAdder());
        }
    }

    void requested(Operation operation) {
        LongAdder count = requests.get(operation);
        if (count != null) {
            count.increment();
        }
    }

    void returned(int number) {
        entries.add(number);
    }

    OperationCounts counts() {
        Map<Operation, Long> counts = new EnumMap<>(Operation.class);
        requests.forEach((operation, count) -> {
            if (count.sum() > 0) {
                counts.put(operation, count.sum());
            }
        });
        return new OperationCounts(counts, entries.sum());
    }

    void reset() {
        requests.values().forEach(LongAdder::reset);
        entries.reset();
    }
}
