package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.spi.RejectedChange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what became of a change, with the ids that it needs. */
final class StatusWriter {

    private final Parts parts;

    StatusWriter(Parts parts) {
        this.parts = parts;
    }

    /** The final word about an object. */
    Status status(Cycle cycle, Case one, Conclusion conclusion) {
        return status(cycle, one, conclusion, Optional.empty());
    }

    /**
     * The final word about an object.
     *
     * @param again when it is tried again, if it failed
     */
    Status status(Cycle cycle, Case one, Conclusion conclusion, Optional<Instant> again) {
        List<String> unknown = parts.planner().unknown(one.item().object());
        return status(cycle, one, conclusion, triedAgain(Steps.of(one, conclusion, unknown), again));
    }

    /** The same about one that failed, without a look at what it states: that may be what is wrong. */
    Status ofFailure(Cycle cycle, Case one, Conclusion conclusion, Optional<Instant> again) {
        return status(cycle, one, conclusion, triedAgain(Steps.of(one, conclusion, List.of()), again));
    }

    /** The same about one of which a run was to be taken back. */
    Status ofUndo(String run, Cycle cycle, Case one, Conclusion conclusion) {
        return status(cycle, one, conclusion, Steps.ofUndo(run, one, conclusion));
    }

    /** The same steps, of which the last one says when the object is tried again. */
    private static List<Step> triedAgain(List<Step> steps, Optional<Instant> again) {
        if (again.isEmpty() || steps.isEmpty()) {
            return steps;
        }
        List<Step> all = new ArrayList<>(steps);
        Step last = all.remove(all.size() - 1);
        Map<String, String> details = new LinkedHashMap<>(last.details());
        details.put("TriedAgain", again.get().truncatedTo(ChronoUnit.SECONDS).toString());
        all.add(new Step(last.name(), last.type(), last.result(), last.description(), details));
        return all;
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
