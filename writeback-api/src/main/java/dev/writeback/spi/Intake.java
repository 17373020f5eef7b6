package dev.writeback.spi;

import dev.writeback.model.CloudObject;
import dev.writeback.model.CloudObjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The part of a store that takes changes in. */
public interface Intake {

    /** Where to read a source on from; nothing before its first page. */
    Optional<Cursor> cursor(String source);

    /**
     * Keeps a page in one transaction: each change joined with what is known of its object, the statuses, and the cursor.
     * An object of which something new is said becomes pending, and so does every object that waits for it; all of them
     * wait since the page came.
     *
     * @return false if the source was read on by another process since the page was read: nothing of it is kept then, and
     *     reading goes on from the present cursor
     */
    boolean accept(Arrival arrival);

    /**
     * What is known of these objects, whether or not they are pending or in somebody's hands; each once, in any order.
     * Those that nothing was ever said about are left out; those that are gone from the cloud are not.
     */
    List<CloudObject> known(Collection<CloudObjectId> ids);
}
