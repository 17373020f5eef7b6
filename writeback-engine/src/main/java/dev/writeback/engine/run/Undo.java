package dev.writeback.engine.run;

import dev.writeback.engine.planning.UndoPlanner;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Claim;
import dev.writeback.spi.WorkItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what a run wrote, on the calling thread: page by page of its journal, the last page first, each page with
 * one lookup and within the same budget and the same guard as a run.
 */
public final class Undo {

    private static final int PAGE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    private final Parts parts;
    private final UndoPlanner planner;
    private final Runnable settled;

    /**
     * What became of it.
     *
     * @param counts what became of the entries
     * @param left how many attributes were left, in whole or in part, because they cannot go back
     * @param problem why something could not even be tried; nothing as a rule
     */
    public record Result(Counts counts, int left, Optional<Problem> problem) {}

    /**
     * Undo with these parts.
     *
     * @param settled called after each batch that was kept
     */
    public Undo(Parts parts, UndoPlanner planner, Runnable settled) {
        this.parts = parts;
        this.planner = planner;
        this.settled = settled;
    }

    /** Takes a run back; the journal keeps it as the run that the cycle names. */
    public Result run(String run, Cycle cycle, Brake brake) {
        Tally tally = new Tally();
        Spending spending = Spending.of(parts, cycle, brake);
        try (RateLimit rate = RateLimit.of(parts.writesPerSecond())) {
            Announcer announcer = new Announcer(parts, cycle, Optional.of(run), brake);
            Export export = new DirectoryExport(parts, spending, rate, announcer, Hold.ending(brake), brake, tally);
            UndoClerk clerk = new UndoClerk(parts, run, brake, tally, settled);
            Way way = new Way(run, cycle, brake, tally, export, clerk);
            Optional<Problem> problem = way.go();
            return new Result(tally.counts(spending.destroyed()), clerk.left(), problem);
        }
    }

    /** Shows what {@link #run} would write, and writes nothing. */
    public Result preview(String run, Cycle cycle, Brake brake, Consumer<Plan> show) {
        Tally tally = new Tally();
        UndoShow shown = new UndoShow(parts, brake, tally, Spending.of(parts, cycle, brake), show);
        Way way = new Way(run, cycle, brake, tally, Staging::conclude, shown);
        Optional<Problem> problem = way.go();
        return new Result(tally.counts(shown.destroyed()), shown.left(), problem.or(shown::held));
    }

    /** Where the cases of an undo end. */
    interface Desk {

        /** How entries are to be seen; as they are, as a rule. */
        default UndoCourse.View view(RunPages pages) {
            return entry -> entry;
        }

        /** Takes cases that were processed, and gives their items back to the store. */
        void end(Cycle cycle, List<Case> cases);
    }

    /** One undo on its way. */
    private final class Way {

        private final String run;
        private final Cycle cycle;
        private final Brake brake;
        private final Tally tally;
        private final Rounds rounds;
        private final Desk desk;
        private Optional<Problem> problem = Optional.empty();

        Way(String run, Cycle cycle, Brake brake, Tally tally, Export export, Desk desk) {
            this.run = run;
            this.cycle = cycle;
            this.brake = brake;
            this.tally = tally;
            this.rounds = new Rounds(
                    parts,
                    brake,
                    tally,
                    new AddressCheck(parts, cycle, tally, brake, AddressCheck.Strictness.WARNING),
                    export);
            this.desk = desk;
        }

        Optional<Problem> go() {
            try {
                RunPages pages = RunPages.of(parts.store().records().journal(), run, PAGE);
                if (!pages.isKnown()) {
                    return Optional.of(Problems.unknownRun(run));
                }
                UndoCourse.View view = desk.view(pages);
                for (int page = pages.count() - 1; page >= 0 && mayGoOn(); page--) {
                    UndoGroup.of(pages.page(page)).forEach(groups -> goBack(groups, view));
                }
            } catch (RuntimeException fault) {
                LOG.error("the store failed to tell what run {} wrote", run, fault);
                brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            }
            return problem;
        }

        private boolean mayGoOn() {
            brake.stopIfInterrupted();
            return !brake.isPulled();
        }

        private void goBack(List<UndoGroup> groups, UndoCourse.View view) {
            Map<CloudObjectId, UndoGroup> open = new LinkedHashMap<>();
            groups.forEach(group -> open.put(group.object(), group));
            for (int turn = 1; turn <= Rounds.MOST && !open.isEmpty() && mayGoOn(); turn++) {
                List<Case> cases = claim(open);
                try {
                    rounds.resolve(cases);
                    rounds.run(cases, new UndoCourse(planner, Map.copyOf(open), view));
                } finally {
                    desk.end(cycle, cases);
                }
                open.keySet()
                        .retainAll(cases.stream()
                                .filter(Case::isHandedBack)
                                .map(Case::id)
                                .toList());
            }
        }

        private List<Case> claim(Map<CloudObjectId, UndoGroup> open) {
            List<WorkItem> items = parts.store().work().claim(new Claim.Objects(List.copyOf(open.keySet())));
            tally.taken(items.size());
            List<Case> cases = new ArrayList<>(items.size());
            items.forEach(item -> cases.add(new Case(item, parts.time())));
            int busy = open.size() - items.size();
            if (busy > 0) {
                tally.missed(busy);
                problem = Optional.of(Problems.inOtherHands(busy));
            }
            return cases;
        }
    }
}
