package dev.writeback.engine;

import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Side;
import java.util.Optional;

/**
 * What became of a decision.
 *
 * @param cycleId what the journal names it by
 * @param object the object that was parked
 * @param attribute the attribute that was decided about
 * @param side whose value is right
 * @param ending how it ended
 * @param problem why it was not taken; nothing if it was
 */
public record DecisionReport(
        String cycleId,
        CloudObjectId object,
        AttributeName attribute,
        Side side,
        Ending ending,
        Optional<Problem> problem) {}
