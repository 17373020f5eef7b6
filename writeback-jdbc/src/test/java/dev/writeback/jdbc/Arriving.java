package dev.writeback.jdbc;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.WritebackStore;
import java.time.Instant;
import java.util.List;

/** Pages that a store takes in without a source. */
final class Arriving {

    private Arriving() {}

    static void at(WritebackStore store, List<CloudChange> changes, List<Status> statuses, Cursor next) {
        Arrival page = new Arrival("cloud", store.intake().cursor("cloud"), changes, statuses, next, Instant.EPOCH);
        if (!store.intake().accept(page)) {
            throw new AssertionError("the store does not take in what was read after its own cursor");
        }
    }
}
