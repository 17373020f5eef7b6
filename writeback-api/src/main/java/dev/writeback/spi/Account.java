package dev.writeback.spi;

import dev.writeback.plan.Destruction;
import java.util.List;
import java.util.OptionalLong;

/**
 * What counts for how far a run may go.
 *
 * @param objects how many objects are known, with those that are gone from the cloud
 * @param spent what was announced since the time that was asked for, all of it taken for written
 * @param enumerated how many objects the source stated when it was last read from its start to its end, in the newest such
 *     run that is neither held nor rejected
 * @param held the runs that are held, the oldest first; none as a rule
 */
public record Account(long objects, Destruction spent, OptionalLong enumerated, List<RunRecord> held) {
    public Account {
        held = List.copyOf(held);
    }
}
