package dev.writeback.testkit.law;

import dev.writeback.model.AttributeValue;
import dev.writeback.testkit.arbitrary.HistoryStep;
import java.util.List;

/**
 * What somebody did right before a write.
 *
 * @param edit what was done
 * @param before what was there
 * @param told how many statuses had been told by then
 */
record Interference(HistoryStep.Edited edit, List<AttributeValue> before, int told) {}
