package dev.writeback.plan;

import dev.writeback.model.CloudObjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one change of one object: its final word, delivered at least once. One that is delivered again has the
 * same {@link #id}.
 *
 * @param id unique for this status
 * @param at when the change was finished
 * @param took how long that took
 * @param cycleId the run it happened in
 * @param changeId unique for the change
 * @param jobId which pair of source and directory, as the host names it
 * @param object the cloud object; nothing for a line of the source that could not be read that far
 * @param plan what was planned; nothing where it did not come to a plan
 * @param result how it ended
 * @param problem what went wrong; nothing for a success
 * @param steps the way that it went
 */
public record Status(
        String id,
        Instant at,
        Duration took,
        String cycleId,
        String changeId,
        String jobId,
        Optional<CloudObjectId> object,
        Optional<Plan> plan,
        Step.Result result,
        Optional<Problem> problem,
        List<Step> steps) {

    public Status {
        steps = List.copyOf(steps);
    }

    /** The changes that were made to the entry; empty unless they were written. */
    public List<AttributeDecision> written() {
        boolean exported = steps.stream()
                .anyMatch(step -> step.type() == Step.Type.EXPORT && step.result() == Step.Result.SUCCESS);
        return exported
                ? plan.stream()
                        .flatMap(it -> it.decisions().stream())
                        .filter(AttributeDecision::writes)
                        .toList()
                : List.of();
    }
}
