package dev.writeback.testkit.arbitrary;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;

/** A status before its object is that of its plan, and its problem fits its result. */
record StatusParts(
        String id,
        Instant at,
        Duration took,
        String cycleId,
        String changeId,
        String jobId,
        Optional<CloudObjectId> object,
        Optional<Plan> plan,
        Step.Result result,
        Problem problem,
        List<Step> steps) {

    static Arbitrary<StatusParts> arbitrary(Derivation derivation) {
        return derivation.of(StatusParts.class);
    }

    Status status() {
        return new Status(
                id,
                at,
                took,
                cycleId,
                changeId,
                jobId,
                plan.map(Plan::object).or(() -> object),
                plan,
                result,
                result == Step.Result.FAILURE ? Optional.of(problem) : Optional.empty(),
                steps);
    }
}
