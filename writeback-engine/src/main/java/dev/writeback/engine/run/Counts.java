package dev.writeback.engine.run;

import dev.writeback.plan.SkipReason;
import java.util.Map;

/**
 * What became of the objects of a run.
 *
 * @param taken how many were taken from the store
 * @param written how many entries were changed
 * @param unchanged how many had nothing to change
 * @param skipped how many were left alone for another reason
 * @param failed how many failed and wait in escrow; one of them counts as written too if part of it was valid
 * @param expired how many had waited for too long and were given up, without having been tried again
 * @param warnings how many of the written and unchanged ones have a conflict that a rule decided, have drifted, or leave
 *     something out
 * @param drifted how many of those have drifted, which is reported and left
 * @param parked how many of the written and unchanged ones have a conflict that a person must decide
 * @param waiting how many of those wait for other objects that they refer to, and are looked at again by themselves
 * @param held how many were to be written and are not, because the run is held; somebody must decide about them
 * @param released how many were given back untouched, because the run ended early
 * @param destroyed how many values were removed without another in their place
 * @param lookups how often the directory was asked for entries, those of objects that others refer to included
 * @param writes how often it was asked to write one
 */
public record Counts(
        int taken,
        int written,
        int unchanged,
        Map<SkipReason, Integer> skipped,
        int failed,
        int expired,
        int warnings,
        int drifted,
        int parked,
        int waiting,
        int held,
        int released,
        int destroyed,
        int lookups,
        int writes) {
    public Counts {
        skipped = Map.copyOf(skipped);
    }
}
