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
    synchronized Optional<Problem> spend(Plan plan) {
        if (!budget.admits(destroyed, plan)) {
            return Optional.of(budget.problem(destroyed, plan));
        }
        destroyed += plan.destroyed();
        return Optional.empty();
    }

    /** Takes back a plan that was counted and of which nothing was done. */
    synchronized void refund(Plan plan) {
        destroyed -= plan.destroyed();
    }

    synchronized int destroyed() {
        return destroyed;
    }
}
