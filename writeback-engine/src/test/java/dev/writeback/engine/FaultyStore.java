package dev.writeback.engine;

import dev.writeback.engine.run.MemoryStore;
import dev.writeback.engine.run.Node;
import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import dev.writeback.plan.Status;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Intake;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
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
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A store whose ports fail when the test says so; items of a settlement that fails are nobody's again. */
final class FaultyStore implements WritebackStore, Intake, WorkQueue, Records, Journal, Outbox {

    private final MemoryStore real;

    /** How often each port was asked. */
    final ConcurrentHashMap<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Which calls fail. */
    volatile Predicate<String> fails = port -> false;

    /** What cannot be kept. */
    volatile Predicate<Settlement> unkeepable = settlement -> false;

    volatile Predicate<JournalRecord.Written> unannounceable = write -> false;
    volatile BooleanSupplier held = () -> true;
    UnaryOperator<InstantSource> common = UnaryOperator.identity();

    FaultyStore(WritebackStore real) {
        this.real = (MemoryStore) real;
    }

    private void port(String name) {
        calls.computeIfAbsent(name, port -> new AtomicInteger()).incrementAndGet();
        if (fails.test(name)) {
            throw full();
        }
    }

    static StoreException full() {
        return new StoreException("the disk of the test is full", new IOException("no space"));
    }

    @Override
    public Intake intake() {
        return this;
    }

    @Override
    public WorkQueue work() {
        return this;
    }

    @Override
    public Records records() {
        return this;
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public Journal journal() {
        return this;
    }

    @Override
    public Holdings holdings() {
        return real.records().holdings();
    }

    @Override
    public InstantSource clock(InstantSource own) {
        return common.apply(own);
    }

    @Override
    public Optional<Cursor> cursor(String source) {
        port("cursor");
        return real.intake().cursor(source);
    }

    @Override
    public boolean accept(Arrival arrival) {
        port("accept");
        return real.intake().accept(arrival);
    }

    @Override
    public List<CloudObject> known(Collection<CloudObjectId> ids) {
        return real.intake().known(ids);
    }

    @Override
    public List<WorkItem> claim(Claim claim) {
        port("claim");
        return real.work().claim(claim);
    }

    @Override
    public void settle(Collection<Settlement> settlements) {
        try {
            port("settle");
            if (settlements.stream().anyMatch(unkeepable)) {
                throw full();
            }
        } catch (StoreException full) {
            Node.free(
                    real,
                    settlements.stream().map(one -> one.item().object().id()).toList());
            throw full;
        }
        real.work().settle(settlements);
    }

    @Override
    public int reopen(Selection selection, Instant now) {
        port("reopen");
        return real.work().reopen(selection, now);
    }

    @Override
    public boolean holds() {
        return held.getAsBoolean();
    }

    @Override
    public void announce(Collection<JournalRecord.Written> writes, Destruction worth) {
        port("announce");
        if (writes.stream().anyMatch(unannounceable)) {
            throw full();
        }
        real.records().journal().announce(writes, worth);
    }

    @Override
    public List<JournalLine> read(Optional<String> run, long after, int atMost) {
        return real.records().journal().read(run, after, atMost);
    }

    @Override
    public Runs runs() {
        return real.records().journal().runs();
    }

    @Override
    public List<Status> undelivered(int atMost) {
        port("undelivered");
        return real.records().outbox().undelivered(atMost);
    }

    @Override
    public void delivered(List<Status> statuses) {
        port("delivered");
        real.records().outbox().delivered(statuses);
    }
}
