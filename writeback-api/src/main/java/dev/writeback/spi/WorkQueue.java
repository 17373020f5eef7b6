package dev.writeback.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The part of a store that hands out pending objects, one item an object, each to one worker at a time. */
public interface WorkQueue {

    /** Takes items; they are nobody else's until they are settled. Empty if there are none to take. */
    List<WorkItem> claim(Claim claim);

    /**
     * Keeps what became of claimed items, with new baselines and statuses, in one transaction. If the store fails, nothing
     * is kept, and the items are nobody's again: they are handed out with what was announced.
     *
     * @throws IllegalStateException if one of the items is in nobody's hands, or there twice; nothing is kept then, and what
     *     was claimed stays so
     */
    void settle(Collection<Settlement> settlements);

    /**
     * Makes objects pending, whether or not anything changed.
     *
     * @param now since when they wait from now on
     * @return how many there are of them
     */
    int reopen(Selection selection, Instant now);

    /**
     * Whether what was claimed here is still this process's, as far as that can be told without asking anybody; asked
     * before each write. A store that several processes share takes items from one that was not heard of for too long, and
     * such a one must not write to the directory any more. Always true by default.
     */
    default boolean holds() {
        return true;
    }
}
