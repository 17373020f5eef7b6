package dev.writeback.engine;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What is to be tried again.
 *
 * @param released how many objects are pending now because of it
 * @param unknown those that were named and that the store knows nothing of, each once
 * @param problem why nothing was released, if the store failed; nothing as a rule
 */
public record RetryReport(int released, List<CloudObjectId> unknown, Optional<Problem> problem) {
    public RetryReport {
        unknown = List.copyOf(unknown);
    }
}
