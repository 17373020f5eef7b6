package dev.writeback.engine.run;

import dev.writeback.engine.guard.DestructionBudget;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import java.util.Optional;

/** What a run has destroyed so far, over all of its workers. */
final class Spending {

    private final DestructionBudget budget;
    private int destroyed;

    Spending(DestructionBudget budget) {
        this.budget = budget;
    }

    /** Counts a plan before it is carried out; a problem if the budget does not admit it, and then it is not counted. */
    Optional<Problem> spend(Plan plan) {
        int more = plan.destroyed();
        return more == 0 ? Optional.empty() : spend(plan, more);
    }

    private synchronized Optional<Problem> spend(Plan plan, int more) {
        if (!budget.admits(destroyed, plan)) {
            return Optional.of(budget.problem(destroyed, plan));
        }
        destroyed += more;
        return Optional.empty();
    }

    /** Takes back a plan that was counted and of which nothing was done. */
    void refund(Plan plan) {
        int less = plan.destroyed();
        synchronized (this) {
            destroyed -= less;
        }
    }

    synchronized int destroyed() {
        return destroyed;
    }
}
