package dev.writeback.engine.run;

import dev.writeback.engine.planning.Planner;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.Parking;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.End;
import dev.writeback.spi.Settlement.Escrowed;
import dev.writeback.spi.Settlement.Expired;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.Settlement.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what became of a batch: one transaction, with baselines and statuses. */
final class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final Parts parts;
    private final StatusWriter statuses;
    private final Brake brake;
    private final Tally tally;
    private final Runnable settled;

    Clerk(Parts parts, Brake brake, Tally tally, Runnable settled) {
        this.parts = parts;
        this.statuses = new StatusWriter(parts);
        this.brake = brake;
        this.tally = tally;
        this.settled = settled;
    }

    /** Settles each case: by its conclusion, or as untouched if it has none. */
    void settle(Cycle cycle, List<Case> cases) {
        List<Settlement> settlements = new ArrayList<>(cases.size());
        try {
            Parked parked = new Parked(parts.store().records().holdings(), cases);
            cases.forEach(one -> settlements.add(settlement(cycle, one, parked)));
            parts.store().work().settle(settlements);
        } catch (RuntimeException fault) {
            if (settlements.size() < cases.size() || !settledOneByOne(cycle, cases, settlements)) {
                LOG.error("the store failed to keep what became of {} objects", cases.size(), fault);
                brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
                return;
            }
        }
        cases.forEach(tally::settled);
        settled.run();
    }

    /** Whether the store is there, and it was one of the objects that it could not keep. */
    private boolean settledOneByOne(Cycle cycle, List<Case> cases, List<Settlement> settlements) {
        boolean isGone = brake.reason()
                .filter(reason -> reason.cause() == Brake.Cause.STORE_FAILED)
                .isPresent();
        if (isGone || cases.isEmpty()) {
            return false;
        }
        try {
            new OneByOne(parts.store().work(), (one, why) -> failed(cycle, one, why)).settle(cases, settlements);
            return true;
        } catch (RuntimeException still) {
            LOG.debug("the store fails one by one too", still);
            return false;
        }
    }

    private Settlement settlement(Cycle cycle, Case one, Parked parked) {
        try {
            return written(cycle, one, parked);
        } catch (Throwable fault) {
            LOG.warn(
                    "keeping object {} ended in a {}",
                    one.id(),
                    fault.getClass().getName());
            LOG.debug("the object", fault);
            return failed(cycle, one, Problems.internal("Keeping object " + one.id(), fault));
        }
    }

    /** Nothing but that it failed, whatever became of it. */
    private Settlement failed(Cycle cycle, Case one, Problem problem) {
        one.fail(problem);
        Conclusion conclusion = Conclusion.failed(Planner.refused(one.id(), problem), problem);
        End end = failed(cycle, one, conclusion);
        Status status = statuses.ofFailure(cycle, one, conclusion, triedAgain(end));
        return new Settlement(one.item(), end, Optional.empty(), Optional.of(status), one.journaling());
    }

    private Settlement written(Cycle cycle, Case one, Parked parked) {
        Conclusion conclusion = one.conclusion();
        if (conclusion == null) {
            // What was written is told even so: it may have taken the place of somebody's value.
            Optional<Status> written = one.contended().map(it -> statuses.status(cycle, one, it));
            End end = written.isPresent() ? new Escrowed(cycle.started()) : new Released();
            return new Settlement(one.item(), end, baseline(one), written, one.journaling());
        }
        if (conclusion.isHeld()) {
            return new Settlement(
                    one.item(),
                    new Settlement.Held(conclusion.plan()),
                    baseline(one),
                    Optional.empty(),
                    one.journaling());
        }
        List<Parking> conflicts = parked.of(one, conclusion);
        boolean isTold = isOldNews(cycle, one, conclusion)
                || (cycle.kind() == Cycle.Kind.DRIFT
                        && !conflicts.isEmpty()
                        && !conclusion.wasWritten()
                        && parked.areKnown(one, conflicts));
        End end = end(cycle, one, conclusion, conflicts);
        Optional<Status> status =
                isTold ? Optional.empty() : Optional.of(statuses.status(cycle, one, conclusion, triedAgain(end)));
        return new Settlement(one.item(), end, baseline(one, conclusion), status, one.journaling());
    }

    /** What waits for others is looked at again by itself, and parked then if need be; so that comes before parking. */
    private End end(Cycle cycle, Case one, Conclusion conclusion, List<Parking> conflicts) {
        if (conclusion.result() == Step.Result.FAILURE) {
            return failed(cycle, one, conclusion);
        }
        List<CloudObjectId> awaited = conclusion.awaited();
        if (!awaited.isEmpty()) {
            return new Waiting(again(cycle, one), awaited);
        }
        if (conclusion.isOutOfScope()) {
            return new Settlement.OutOfScope();
        }
        return conflicts.isEmpty() ? new Done() : new Settlement.Parked(conflicts);
    }

    /** Looked at again because of what it waits for, and nothing came of it: its last status still says how it stands. */
    private static boolean isOldNews(Cycle cycle, Case one, Conclusion conclusion) {
        Set<CloudObjectId> before = Set.copyOf(one.item().awaited());
        return cycle.kind() == Cycle.Kind.DELTA
                && !before.isEmpty()
                && !conclusion.wasWritten()
                && before.equals(Set.copyOf(conclusion.awaited()));
    }

    private End failed(Cycle cycle, Case one, Conclusion conclusion) {
        Optional<Problem> problem = conclusion.problem();
        if (one.isExpired() && problem.isPresent()) {
            return new Expired(problem.get());
        }
        FailureKind kind = problem.map(it -> FailureKind.of(it.code())).orElse(FailureKind.INTERNAL);
        long chance = parts.random().getAsLong();
        return new Escrowed(
                from(cycle, one).plus(parts.retry().after(kind, one.item().attempts(), chance)), problem);
    }

    /** Counted from the run's beginning at the earliest: a clock set back must not make it due in this very run. */
    private static Instant from(Cycle cycle, Case one) {
        return one.ended().isBefore(cycle.started()) ? cycle.started() : one.ended();
    }

    /** Nobody can say when what it waits for comes, so the waits grow as if the directory were away. */
    private Instant again(Cycle cycle, Case one) {
        return from(cycle, one)
                .plus(parts.retry().base(FailureKind.NETWORK, one.item().attempts()));
    }

    private static Optional<Instant> triedAgain(End end) {
        return end instanceof Escrowed escrowed ? Optional.of(escrowed.until()) : Optional.empty();
    }

    private Optional<Baseline> baseline(Case one, Conclusion conclusion) {
        return conclusion
                .agreed()
                .map(plan -> parts.planner().agreed(plan, one.baseline()))
                .or(() -> found(one, conclusion))
                .or(() -> Optional.of(one.baseline()))
                .flatMap(one::toKeep);
    }

    /** What is agreed with an entry that left the scope stays so; of another one it is known that it is there. */
    private static Optional<Baseline> found(Case one, Conclusion conclusion) {
        if (!conclusion.isOutOfScope()) {
            return Optional.empty();
        }
        return conclusion
                .plan()
                .entry()
                .filter(entry -> !one.baseline().isWith(entry.guid()))
                .map(Baseline::of);
    }

    /** Of a case without a conclusion, which may have found out what a worker before it had done. */
    private static Optional<Baseline> baseline(Case one) {
        return one.toKeep(one.baseline());
    }
}
