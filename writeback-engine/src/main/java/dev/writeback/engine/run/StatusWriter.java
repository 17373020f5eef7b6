package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.RejectedChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what became of a change, with the ids that it needs. */
final class StatusWriter {

    private final Parts parts;

    StatusWriter(Parts parts) {
        this.parts = parts;
    }

    /** The final word about an object. */
    Status status(Cycle cycle, Case one, Conclusion conclusion) {
        List<String> unknown = parts.planner().unknown(one.item().object());
        return status(cycle, one, conclusion, Steps.of(one, conclusion, unknown));
    }

    /** The same about one of which a run was to be taken back. */
    Status ofUndo(String run, Cycle cycle, Case one, Conclusion conclusion) {
        return status(cycle, one, conclusion, Steps.ofUndo(run, one, conclusion));
    }

    private Status status(Cycle cycle, Case one, Conclusion conclusion, List<Step> steps) {
        return new Status(
                parts.ids().get(),
                one.ended(),
                one.took(),
                cycle.id(),
                parts.ids().get(),
                parts.jobId(),
                Optional.of(one.id()),
                Optional.of(conclusion.plan().shown()),
                conclusion.result(),
                conclusion.problem(),
                steps);
    }

    /** The final word about a part of the source that cannot be read. */
    Status status(Cycle cycle, RejectedChange rejected) {
        Problem problem = Problems.malformed(rejected);
        return new Status(
                parts.ids().get(),
                parts.time().instant(),
                Duration.ZERO,
                cycle.id(),
                parts.ids().get(),
                parts.jobId(),
                rejected.object(),
                Optional.empty(),
                Step.Result.FAILURE,
                Optional.of(problem),
                List.of(Steps.rejected(rejected, problem)));
    }
}
