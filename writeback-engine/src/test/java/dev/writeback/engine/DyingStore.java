package dev.writeback.engine;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.Records;
import dev.writeback.spi.Runs;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store of which one worker may die before it settles: what it had claimed is then as pending as before, and what it had
 * announced is in doubt.
 */
class DyingStore implements WritebackStore {

    private final WritebackStore real;
    private final Map<CloudObjectId, JournalRecord.Written> announced = new HashMap<>();

    /** Whether the next worker that settles dies instead. */
    boolean dies;

    /** Whether the worker is dead: it asks for nothing more, until another one begins with a look where to read on from. */
    private volatile boolean dead;

    /** Whether the next worker that announces finds the disk full. */
    boolean full;

    DyingStore(WritebackStore real) {
        this.real = real;
    }

    @Override
    public Intake intake() {
        dead = false;
        return real.intake();
    }

    @Override
    public WorkQueue work() {
        WorkQueue work = real.work();
        return new WorkQueue() {
            @Override
            public List<WorkItem> claim(Claim claim) {
                if (dead) {
                    throw died();
                }
                return work.claim(claim);
            }

            @Override
            public void settle(Collection<Settlement> settlements) {
                if (!dies) {
                    work.settle(settlements);
                    return;
                }
                dies = false;
                work.settle(settlements.stream().map(DyingStore.this::left).toList());
                dead = true;
                throw died();
            }

            @Override
            public int reopen(Selection selection, Instant now) {
                return work.reopen(selection, now);
            }
        };
    }

    private static StoreException died() {
        return new StoreException("the worker of the test is dead", new IOException("killed"));
    }

    /** Told before so many writes are announced. */
    void announcing(int writes) {}

    private Settlement left(Settlement settlement) {
        WorkItem item = settlement.item();
        Optional<JournalRecord.Written> doubt =
                Optional.ofNullable(announced.get(item.object().id())).or(item::announced);
        return new Settlement(
                item, new Settlement.Released(), Optional.empty(), Optional.empty(), new Journaling(List.of(), doubt));
    }

    @Override
    public Records records() {
        Records records = real.records();
        return new Records() {
            @Override
            public Outbox outbox() {
                return records.outbox();
            }

            @Override
            public Journal journal() {
                return new Journal() {
                    @Override
                    public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
                        if (full) {
                            throw new StoreException("the disk of the test is full", new IOException("no space"));
                        }
                        announcing(writes.size());
                        writes.forEach(write -> announced.put(write.object(), write));
                        records.journal().announce(writes, worth);
                    }

                    @Override
                    public List<JournalLine> read(Optional<String> run, long after, int atMost) {
                        return records.journal().read(run, after, atMost);
                    }

                    @Override
                    public Runs runs() {
                        return records.journal().runs();
                    }
                };
            }

            @Override
            public Holdings holdings() {
                return records.holdings();
            }
        };
    }
}
