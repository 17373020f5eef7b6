package dev.writeback.spi;

import java.util.Collection;
import java.util.List;

/** The part of a store that hands out pending objects, one item an object, each to one worker at a time. */
public interface WorkQueue {

    /** Takes items; they are nobody else's until they are settled. Empty if there are none to take. */
    List<WorkItem> claim(Claim claim);

    /** Keeps what became of claimed items, with new baselines and statuses, in one transaction. */
    void settle(Collection<Settlement> settlements);

    /**
     * Makes objects pending, whether or not anything changed.
     *
     * @return how many there are of them
     */
    int reopen(Selection selection);
}
