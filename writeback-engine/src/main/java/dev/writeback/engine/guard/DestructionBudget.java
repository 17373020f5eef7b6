package dev.writeback.engine.guard;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;

/**
 * How many values one run may destroy: cleared, or removed without another in their place.
 *
 * @param limit 0 or more; the run is held before the write that would pass it
 */
public record DestructionBudget(int limit) {

    /** What is allowed unless the host says otherwise: the number at which Microsoft holds deletions of objects. */
    public static final int STANDARD = 500;

    public DestructionBudget {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit on destructive changes is 0 or more, not " + limit);
        }
    }

    /** Whether a plan may be carried out when this much has been destroyed already. */
    public boolean admits(long destroyedSoFar, Plan plan) {
        int destroyed = plan.destroyed();
        return destroyed == 0 || destroyedSoFar + destroyed <= limit;
    }

    /** What to tell when it may not. */
    public Problem problem(long destroyedSoFar, Plan plan) {
        return Problem.of(
                ErrorCode.DESTRUCTION_LIMIT,
                "The run is held: it has destroyed %d values, and the next entry would lose %d more than its limit of %d allows."
                        .formatted(destroyedSoFar, destroyedSoFar + plan.destroyed() - limit, limit),
                "Look at what it is about to do with 'plan'; if that is right, raise limits.destructiveChanges and run again.");
    }
}
