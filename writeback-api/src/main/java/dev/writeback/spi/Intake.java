package dev.writeback.spi;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Status;
import java.util.List;
import java.util.Optional;

/** The part of a store that takes changes in. */
public interface Intake {

    /** Where to read a source on from; nothing before its first page. */
    Optional<Cursor> cursor(String source);

    /**
     * Keeps a page in one transaction: each change joined with what is known of its object, the statuses, and the cursor.
     *
     * @param source the source's name
     * @param changes an object that they say nothing new about is not made pending
     * @param statuses of what could not be read
     * @param next where the next page begins
     */
    void accept(String source, List<CloudChange> changes, List<Status> statuses, Cursor next);
}
