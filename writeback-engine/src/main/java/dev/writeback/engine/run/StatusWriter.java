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
                Steps.of(one, conclusion, parts.planner().unknown(one.item().object())));
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
