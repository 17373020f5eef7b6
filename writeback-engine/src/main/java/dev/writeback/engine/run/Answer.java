package dev.writeback.engine.run;

import dev.writeback.engine.run.Case.Attempt;
import dev.writeback.engine.run.Case.Trace;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;

/**
 * What follows from each outcome of a write.
 *
 * @param one whose write it was
 * @param plan what was to be written
 */
record Answer(Case one, Plan plan) implements WriteOutcome.Cases<Answer.Next> {

    /** How an object goes on after a write. */
    sealed interface Next {}

    /** It is at its end, and the write has left something in the directory or not. */
    record Concluded(Conclusion conclusion, Trace trace) implements Next {}

    /** It is read again, planned again and written again. */
    record Again(Attempt attempt) implements Next {}

    /** The directory is gone: neither this object nor any other goes on. */
    record Halted(Problem problem) implements Next {}

    @Override
    public Next applied(WriteOutcome.Applied outcome) {
        return new Concluded(Conclusion.written(plan), Trace.POSSIBLE);
    }

    @Override
    public Next stale(WriteOutcome.Stale outcome) {
        return new Again(new Attempt(plan, outcome.problem(), Trace.NONE));
    }

    @Override
    public Next missing(WriteOutcome.Missing outcome) {
        one.doubtNames();
        return new Again(new Attempt(plan, outcome.problem(), Trace.NONE));
    }

    @Override
    public Next rejected(WriteOutcome.Rejected outcome) {
        // A link to an entry that was renamed or deleted since its name was found is refused as an invalid value.
        if (outcome.problem().code() == ErrorCode.INVALID_VALUE && one.doubtNames()) {
            return new Again(new Attempt(plan, outcome.problem(), Trace.NONE));
        }
        return new Concluded(Conclusion.notWritten(plan, outcome.problem()), Trace.NONE);
    }

    @Override
    public Next notPermitted(WriteOutcome.NotPermitted outcome) {
        return new Concluded(Conclusion.notWritten(plan, outcome.problem()), Trace.NONE);
    }

    @Override
    public Next unavailable(WriteOutcome.Unavailable outcome) {
        return outcome.extent() == Extent.ENTRY || Matching.isOfOneObject(outcome.problem())
                ? new Concluded(Conclusion.notWritten(plan, outcome.problem()), Trace.NONE)
                : new Halted(outcome.problem());
    }

    @Override
    public Next unknown(WriteOutcome.Unknown outcome) {
        return new Again(new Attempt(plan, outcome.problem(), Trace.POSSIBLE));
    }
}
