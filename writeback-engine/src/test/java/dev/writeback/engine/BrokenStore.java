package dev.writeback.engine;

import dev.writeback.spi.Claim;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A store that takes everything in and cannot keep what became of it. */
record BrokenStore(WritebackStore real) implements WritebackStore {

    @Override
    public Intake intake() {
        return real.intake();
    }

    @Override
    public WorkQueue work() {
        WorkQueue work = real.work();
        return new WorkQueue() {
            @Override
            public List<WorkItem> claim(Claim claim) {
                return work.claim(claim);
            }

            @Override
            public void settle(Collection<Settlement> settlements) {
                throw new StoreException("the disk of the test is full", new IOException("no space"));
            }

            @Override
            public int reopen(Selection selection, Instant now) {
                return work.reopen(selection, now);
            }
        };
    }

    @Override
    public Records records() {
        return real.records();
    }
}
