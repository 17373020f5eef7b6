package dev.writeback.testkit.directory;

import java.util.Map;

/**
 * How often clients asked for what, since the start or the last {@link InMemoryActiveDirectory#resetCounts()}. Requests
 * count when they arrive, whatever becomes of them. What a test does through the methods of {@link
 * InMemoryActiveDirectory} itself does not count. Immutable.
 *
 * @param byOperation the number of requests; an operation that nobody asked for is missing
 * @param entriesReturned the number of entries that searches returned
 */
public record OperationCounts(Map<Operation, Long> byOperation, long entriesReturned) {

    /** Copies the map, so that later changes to it do not show here. */
    public OperationCounts {
        byOperation = Map.copyOf(byOperation);
    }

    /**
     * The number of requests for one operation.
     *
     * @param operation the operation
     * @return the number, zero if there was none
     */
    public long of(Operation operation) {
        return byOperation.getOrDefault(operation, 0L);
    }

    /**
     * The number of requests that read or write entries: all but binds and extended operations.
     *
     * @return the number
     */
    public long total() {
        return byOperation.entrySet().stream()
                .filter(count -> count.getKey() != Operation.BIND && count.getKey() != Operation.EXTENDED)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
