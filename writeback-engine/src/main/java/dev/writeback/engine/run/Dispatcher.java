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
     * @param held why it is held, or why nothing was done because an earlier one is; nothing as a rule
     */
    public record Result(Counts counts, Optional<Problem> unwatched, Optional<Problem> held) {}

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
     * Takes what is pending or due, in an initial cycle everything, until nothing is left or the brake is pulled; then gives
     * up what has waited too long all the same. In any other cycle it begins with what changed in the directory. As long as
     * an earlier run is held, it takes nothing. The store remembers the run, unless there was nothing to do.
     *
     * @param in what came in before
     */
    public Result run(Cycle cycle, Brake brake, IntakeRun.Result in) {
        RunBook book = new RunBook(parts, cycle, brake, in);
        Optional<Problem> standing = new HeldRuns(parts).standing(brake);
        if (standing.isPresent()) {
            Counts nothing = new Tally().counts(0);
            book.keepRefused(nothing, standing.get());
            return new Result(nothing, Optional.empty(), standing);
        }
        RunHold hold = new RunHold(parts, cycle, in.enumerated(), brake);
        Result result = run(cycle, brake, hold);
        book.keep(result.counts(), result.held());
        return result;
    }

    private Result run(Cycle cycle, Brake brake, RunHold hold) {
        if (cycle.kind() == Cycle.Kind.INITIAL) {
            reopen(cycle, brake);
        }
        Tally tally = new Tally();
        Spending spending = Spending.of(parts, cycle, brake);
        Clerk clerk = new Clerk(parts, brake, tally, settled);
        Optional<Problem> unwatched = Optional.empty();
        try (RateLimit rate = RateLimit.of(parts.writesPerSecond())) {
            Announcer announcer = new Announcer(parts, cycle, Optional.empty(), brake);
            Export export = new DirectoryExport(parts, spending, rate, announcer, hold, brake, tally);
            if (cycle.kind() == Cycle.Kind.DELTA) {
                DriftRun drift = new DriftRun(parts, cycle, brake, tally, export, clerk, told);
                new ScopeRun(parts, brake, drift).run();
                unwatched = drift.run();
            }
            BatchRun batches = new BatchRun(parts, cycle, brake, tally, export);
            Shift shift = new Shift(cycle, brake, hold, tally, batches, clerk);
            crew.run(parts.connections(), shift::work, brake::stop);
        }
        new Expiry(parts, cycle, brake, tally, clerk).run();
        return new Result(tally.counts(spending.destroyed()), unwatched, hold.problem());
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

    /** What the workers of a run have in common. */
    private final class Shift {

        private final Cycle cycle;
        private final Brake brake;
        private final RunHold hold;
        private final Tally tally;
        private final BatchRun batches;
        private final Clerk clerk;

        Shift(Cycle cycle, Brake brake, RunHold hold, Tally tally, BatchRun batches, Clerk clerk) {
            this.cycle = cycle;
            this.brake = brake;
            this.hold = hold;
            this.tally = tally;
            this.batches = batches;
            this.clerk = clerk;
        }

        void work() {
            try {
                int size = FIRST_BATCH;
                List<WorkItem> items = claim(size);
                while (!items.isEmpty()) {
                    tally.taken(items.size());
                    process(batches.open(items));
                    size = Math.min(2 * size, LARGEST_BATCH);
                    items = claim(size);
                }
            } catch (Throwable fault) {
                brake.pull(Brake.Cause.STOPPED, Problems.internal("A worker", fault));
                throw fault;
            }
        }

        private void process(List<Case> cases) {
            try {
                batches.process(cases);
            } finally {
                clerk.settle(cycle, cases);
                told.tell(cases);
            }
            tally.failing(parts.restraint()).ifPresent(hold::hold);
        }

        private List<WorkItem> claim(int atMost) {
            hold.look();
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
}
