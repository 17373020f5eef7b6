package dev.writeback.engine;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.List;

/** Pages that a store takes in without a source. */
public final class Arriving {

    private Arriving() {}

    /** Takes a page in wherever the store is. */
    public static void at(WritebackStore store, String source, List<CloudChange> changes, String cursor) {
        at(store, source, changes, List.of(), cursor);
    }

    /** With statuses of what could not be read. */
    public static void at(
            WritebackStore store, String source, List<CloudChange> changes, List<Status> statuses, String cursor) {
        boolean taken = store.intake()
                .accept(new Arrival(
                        source,
                        store.intake().cursor(source),
                        changes,
                        statuses,
                        new Cursor(cursor),
                        Instant.parse("2026-11-21T10:00:00Z")));
        if (!taken) {
            throw new AssertionError("the store does not take in what was read after its own cursor");
        }
    }
}
