package dev.writeback.engine.run;

import dev.writeback.engine.planning.Planner;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Step;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One object, now, on the calling thread, whether or not it is pending. */
public final class OnDemand {

    private static final Logger LOG = LoggerFactory.getLogger(OnDemand.class);

    private final Parts parts;
    private final Runnable settled;

    /**
     * What became of the object.
     *
     * @param plan what was planned, as it may be shown
     * @param result how it ended
     * @param problem what went wrong
     * @param steps the way that it went
     */
    public record Shown(Plan plan, Step.Result result, Optional<Problem> problem, List<Step> steps) {
        public Shown {
            steps = List.copyOf(steps);
        }

        static Optional<Shown> of(Case one, Planner planner) {
            Conclusion conclusion = one.conclusion();
            return conclusion == null
                    ? Optional.empty()
                    : Optional.of(new Shown(
                            conclusion.plan().shown(),
                            conclusion.result(),
                            conclusion.problem(),
                            Steps.of(one, conclusion, planner.unknown(one.item().object()))));
        }
    }

    /**
     * On demand with these parts.
     *
     * @param settled called after the object was kept
     */
    public OnDemand(Parts parts, Runnable settled) {
        this.parts = parts;
        this.settled = settled;
    }

    /** The problem of an object that is not there to be provisioned. */
    public static Problem unknown(CloudObjectId id) {
        return Problems.unknownObject(id);
    }

    /** Writes the object; nothing if it is unknown or in another's hands, or if the brake was pulled on the way. */
    public Optional<Shown> provision(CloudObjectId id, Cycle cycle, Brake brake) {
        Tally tally = new Tally();
        Spending spending = Spending.of(parts, cycle, brake);
        Clerk clerk = new Clerk(parts, brake, tally, settled);
        try (RateLimit rate = RateLimit.none()) {
            Announcer announcer = new Announcer(parts, cycle, Optional.empty(), brake);
            Export export = new DirectoryExport(parts, spending, rate, announcer, Hold.ending(brake), brake, tally);
            BatchRun batch = new BatchRun(parts, cycle, brake, tally, export);
            List<Case> cases = process(id, cycle, brake, batch, clerk);
            for (int more = 1; more < Rounds.MOST && cases.stream().anyMatch(Case::isHandedBack); more++) {
                cases = process(id, cycle, brake, batch, clerk);
            }
            return cases.stream().findFirst().flatMap(one -> Shown.of(one, parts.planner()));
        }
    }

    private List<Case> process(CloudObjectId id, Cycle cycle, Brake brake, BatchRun batch, Clerk clerk) {
        List<Case> cases = batch.open(claim(id, brake));
        try {
            batch.process(cases);
        } finally {
            clerk.settle(cycle, cases);
        }
        return cases;
    }

    /** Shows what would be written, and leaves the object as pending as it was; nothing as above. */
    public Optional<Shown> preview(CloudObjectId id, Cycle cycle, Brake brake) {
        BatchRun batch = new BatchRun(parts, cycle, brake, new Tally(), Staging::conclude);
        List<WorkItem> items = claim(id, brake);
        try {
            List<Case> cases = batch.open(items);
            batch.process(cases);
            return cases.stream().findFirst().flatMap(one -> Shown.of(one, parts.planner()));
        } finally {
            parts.store().work().settle(items.stream().map(Settlement::released).toList());
        }
    }

    private List<WorkItem> claim(CloudObjectId id, Brake brake) {
        if (brake.isPulled()) {
            return List.of();
        }
        try {
            return parts.store().work().claim(new Claim.Objects(List.of(id)));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to hand out object {}", id, fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }
}
