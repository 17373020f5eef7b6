package dev.writeback.engine;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * What became of one object that was provisioned on demand, or what would.
 *
 * @param object the object
 * @param plan what was planned; nothing if it did not come to a plan
 * @param result how it ended
 * @param problem what went wrong; nothing if nothing did
 * @param steps the way that it went; none if it is unknown
 * @param ending how the run of this one object ended
 */
public record ProvisionReport(
        CloudObjectId object,
        Optional<Plan> plan,
        Step.Result result,
        Optional<Problem> problem,
        List<Step> steps,
        Ending ending) {
    public ProvisionReport {
        steps = List.copyOf(steps);
    }
}
