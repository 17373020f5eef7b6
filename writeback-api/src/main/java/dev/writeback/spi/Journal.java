package dev.writeback.spi;

import dev.writeback.plan.Destruction;
import dev.writeback.plan.JournalRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The part of a store that remembers what was written and decided, so that it can be told and undone.
 *
 * <p>A write is announced before it is made. If the process dies in between, the next worker that takes the object finds
 * the announcement ({@link WorkItem#announced}) and sees in the directory whether the write was made. So no write is
 * missing from the journal, and none stands there that was not made.
 */
public interface Journal {

    /**
     * Keeps, in one transaction, what is about to be written; at most one write for each object, which it replaces.
     *
     * @param worth what the writes destroy, together; it counts for {@link Runs#account} from the time of the writes on
     * @throws IllegalStateException if one of the objects is in no worker's hands; none of the writes is kept then
     */
    void announce(Collection<JournalRecord.Written> writes, Destruction worth);

    /**
     * What was written and decided, in the order in which it was kept; what is only announced is left out.
     *
     * @param run only this run; nothing for all
     * @param after the number of the last line of the page before; 0 for the first page
     * @param atMost how many lines, 1 or more
     */
    List<JournalLine> read(Optional<String> run, long after, int atMost);

    /** The runs in which that was done. */
    Runs runs();
}
