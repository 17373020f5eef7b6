package dev.writeback.engine;

import dev.writeback.plan.SkipReason;
import java.util.Map;

/**
 * What became of the entries that an undone run had written. An entry that stands at two far places of the run's journal
 * goes back in two steps and counts twice.
 *
 * @param restored how many entries went back, or would
 * @param left how many attributes were left, in whole or in part, because somebody has changed them since or because they
 *     may not be written any more
 * @param unchanged how many entries had nothing that could go back
 * @param skipped how many entries were left alone as a whole, by reason
 * @param failed how many failed, or were in another worker's hands
 * @param released how many were not reached, because the undo ended early
 * @param destroyed how many values were removed without another in their place
 */
public record UndoCounts(
        int restored,
        int left,
        int unchanged,
        Map<SkipReason, Integer> skipped,
        int failed,
        int released,
        int destroyed) {
    public UndoCounts {
        skipped = Map.copyOf(skipped);
    }
}
