package dev.writeback.engine.merge;

import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Side;
import java.util.List;

/**
 * What came of a merge.
 *
 * @param ruling what follows
 * @param rule the row of the decision table that decided
 * @param side which side set what the directory should hold
 * @param values what the directory should hold
 * @param reason why, in one sentence
 */
public record Merged(Ruling ruling, String rule, Side side, List<AttributeValue> values, String reason) {}
