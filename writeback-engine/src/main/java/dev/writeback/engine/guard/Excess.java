package dev.writeback.engine.guard;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;

/**
 * How a run would go too far.
 *
 * @param bound the limit that it would pass
 * @param amount what it would come to
 * @param objects how many objects the store knows
 */
public record Excess(Bound bound, long amount, long objects) {

    /** What to tell of a run that somebody is to decide about. */
    public Problem held() {
        return problem("Look at what it was to write with 'status'; then 'approve' it, or 'reject' it.");
    }

    /** What to tell of what ends here, or would. */
    public Problem stopped() {
        return problem("Look at what it is about to do with 'plan'; if that is right, raise %s and run again."
                .formatted(bound.key()));
    }

    private Problem problem(String action) {
        String span = bound.span() == Bound.Span.CYCLE ? "it would come" : "all runs of the last hour would come";
        return Problem.of(
                ErrorCode.DESTRUCTION_LIMIT,
                "The run is held: with the next entry %s to %d %s, and %s allows %s."
                        .formatted(span, amount, bound.measure().noun(), bound.key(), bound.allowed(objects)),
                action);
    }
}
