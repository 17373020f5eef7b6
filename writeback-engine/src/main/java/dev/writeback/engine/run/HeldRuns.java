package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that wait for a person: as long as there is one, nothing is written. */
public final class HeldRuns {

    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(HeldRuns.class);

    private final Parts parts;

    /** Those in the store of these parts. */
    public HeldRuns(Parts parts) {
        this.parts = parts;
    }

    /** All of them, the oldest first. */
    List<RunRecord> all() {
        Instant now = parts.time().instant();
        return parts.store().records().journal().runs().account(now).held();
    }

    /** Pulls the brake of what must not write while a run is held. */
    public void refuse(Brake brake) {
        if (brake.isPulled()) {
            return;
        }
        try {
            all().stream().findFirst().ifPresent(run -> brake.pull(Brake.Cause.HELD, Problems.refusedBecauseOf(run)));
        } catch (RuntimeException fault) {
            failed(fault, brake);
        }
    }

    /**
     * Why a run must not write; nothing if no run is held. Then objects that were put aside after somebody had decided, by
     * a run that had not noticed, are pending again: nobody has looked at what was to be written to them.
     */
    Optional<Problem> standing(Brake brake) {
        if (brake.isPulled()) {
            return Optional.empty();
        }
        try {
            return afterFreeing().stream().findFirst().map(HeldRuns::problem);
        } catch (RuntimeException fault) {
            failed(fault, brake);
            return Optional.empty();
        }
    }

    /** In this order: what is put aside when it is looked for belongs to a run that is known to be held after that. */
    private List<RunRecord> afterFreeing() {
        List<Holding> aside = aside(Optional.empty());
        List<RunRecord> held = all();
        while (held.isEmpty() && !aside.isEmpty()) {
            free(aside);
            aside = aside(Optional.of(aside.get(aside.size() - 1).object().id()));
            held = all();
        }
        return held;
    }

    /** Whether an object is put aside, be it in somebody's hands. */
    boolean isAnyAside() {
        return !aside(Optional.empty()).isEmpty();
    }

    private List<Holding> aside(Optional<CloudObjectId> after) {
        return parts.store().records().holdings().page(Set.of(Holding.State.HELD), after, PAGE);
    }

    /** Why a run is held. */
    static Problem problem(RunRecord run) {
        return run.problem()
                .orElseGet(() -> Problem.of(
                        ErrorCode.DESTRUCTION_LIMIT,
                        "Run %s is held.".formatted(run.id()),
                        "Look at what it was to write with 'status'; then 'approve' it, or 'reject' it."));
    }

    private void free(List<Holding> aside) {
        LOG.info("{} objects were put aside after the decision; they are planned anew", aside.size());
        parts.store()
                .work()
                .reopen(
                        new Selection.Objects(
                                aside.stream().map(one -> one.object().id()).toList()),
                        parts.time().instant());
    }

    private static void failed(RuntimeException fault, Brake brake) {
        LOG.error("the store failed to tell whether a run is held", fault);
        brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
    }
}
