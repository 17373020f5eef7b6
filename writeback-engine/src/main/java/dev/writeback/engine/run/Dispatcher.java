package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Selection;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off what is pending: as many workers as connections, each with batches of its own and no queue between them. */
public final class Dispatcher {

    /** Batches begin small, so that a few objects still keep every connection busy. */
    private static final int FIRST_BATCH = 10;

    /** One search for 50 to 100 anchors did best on every server measured. */
    private static final int LARGEST_BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Parts parts;
    private final Runnable settled;
    private final Crew crew;
    private final ToldDrift told;

    /**
     * What a run did.
     *
     * @param counts what became of the objects
     * @param unwatched why nobody could look for drift; nothing if that was possible, or not to be done
     */
    public record Result(Counts counts, Optional<Problem> unwatched) {}

    /**
     * A dispatcher of these parts.
     *
     * @param settled called after each batch that was kept, by any worker
     */
    public Dispatcher(Parts parts, Runnable settled) {
        this(parts, settled, Crew.ofThreads());
    }

    Dispatcher(Parts parts, Runnable settled, Crew crew) {
        this.parts = parts;
        this.settled = settled;
        this.crew = crew;
        this.told = new ToldDrift(parts.planner().drift());
    }

    /**
     * Gives up what has waited too long; then takes what is pending or due, in an initial cycle everything, until nothing is
     * left or the brake is pulled. In any other cycle it begins with what changed in the directory.
     */
    public Result run(Cycle cycle, Brake brake) {
        if (cycle.kind() == Cycle.Kind.INITIAL) {
            reopen(cycle, brake);
        }
        Tally tally = new Tally();
        Spending spending = new Spending(parts.budget());
        Clerk clerk = new Clerk(parts, brake, tally, settled);
        Optional<Problem> unwatched = Optional.empty();
        new Expiry(parts, cycle, brake, tally, clerk).run();
        try (RateLimit rate = RateLimit.of(parts.writesPerSecond())) {
            Announcer announcer = new Announcer(parts, cycle, Optional.empty(), brake);
            Export export = new DirectoryExport(parts, spending, rate, announcer, brake, tally);
            if (cycle.kind() == Cycle.Kind.DELTA) {
                unwatched = new DriftRun(parts, cycle, brake, tally, export, clerk, told).run();
            }
            BatchRun batches = new BatchRun(parts, cycle, brake, tally, export);
            crew.run(parts.connections(), () -> work(cycle, brake, tally, batches, clerk), brake::stop);
        }
        return new Result(tally.counts(spending.destroyed()), unwatched);
    }

    private void reopen(Cycle cycle, Brake brake) {
        if (brake.isPulled()) {
            return;
        }
        try {
            parts.store().work().reopen(new Selection.All(), cycle.started());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to reopen what it holds", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    private void work(Cycle cycle, Brake brake, Tally tally, BatchRun batches, Clerk clerk) {
        try {
            int size = FIRST_BATCH;
            List<WorkItem> items = claim(size, cycle, brake);
            while (!items.isEmpty()) {
                tally.taken(items.size());
                process(batches.open(items), cycle, batches, clerk);
                size = Math.min(2 * size, LARGEST_BATCH);
                items = claim(size, cycle, brake);
            }
        } catch (Throwable fault) {
            brake.pull(Brake.Cause.STOPPED, Problems.internal("A worker", fault));
            throw fault;
        }
    }

    private void process(List<Case> cases, Cycle cycle, BatchRun batches, Clerk clerk) {
        try {
            batches.process(cases);
        } finally {
            clerk.settle(cycle, cases);
            told.tell(cases);
        }
    }

    private List<WorkItem> claim(int atMost, Cycle cycle, Brake brake) {
        if (brake.isPulled()) {
            return List.of();
        }
        try {
            return parts.store().work().claim(new Claim.Next(atMost, cycle.started()));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to hand out work", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }
}
