package dev.writeback.engine;

import dev.writeback.plan.SkipReason;
import java.util.Map;

/**
 * What came in and what became of it. An object of which some attributes were written and others are not valid counts
 * as written and as failed; apart from that each object counts once.
 *
 * @param read how many changes were read from the source
 * @param rejected how many parts of the source could not be read
 * @param taken how many objects were pending or due, and were taken up
 * @param written how many entries were changed
 * @param unchanged how many objects had nothing to change
 * @param skipped how many objects were left alone for another reason, by reason
 * @param failed how many objects failed and wait in escrow for their retry
 * @param expired how many had waited for too long and were given up, without having been tried again
 * @param warnings how many of the written and unchanged ones have a conflict that a rule decided, have drifted, or leave
 *     something out
 * @param drifted how many of those have drifted, which is reported and left: the directory holds what nobody agreed to,
 *     although the cloud did not change
 * @param parked how many of the written and unchanged ones have a conflict that a person must decide
 * @param waiting how many of those wait for other objects that they refer to, and are looked at again by themselves
 * @param held how many objects were to be written and are not, because the run is held; somebody must decide about them
 * @param released how many objects were given back untouched, because the run ended early
 * @param destroyed how many values were removed without another in their place
 * @param lookups how often the directory was asked for a batch of entries, those of objects that others refer to included
 * @param writes how often the directory was asked to write an entry
 */
public record RunCounts(
        int read,
        int rejected,
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
    public RunCounts {
        skipped = Map.copyOf(skipped);
    }

    /** How many objects were left alone for another reason than that there is nothing to change. */
    public int skippedInAll() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
}
