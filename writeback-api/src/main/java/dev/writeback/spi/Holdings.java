package dev.writeback.spi;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The part of a store that tells how objects stand; it changes nothing. */
public interface Holdings {

    /**
     * All objects, in an order that stays the same.
     *
     * @param after the last object of the page before; nothing for the first page
     * @param atMost how many, 1 or more
     */
    List<Holding> page(Optional<CloudObjectId> after, int atMost);

    /** The objects that something was agreed about with these entries, in any order; two objects may share an entry. */
    List<Holding> ofEntries(Collection<ObjectGuid> entries);

    /** These objects, in any order; those that are unknown are left out. */
    List<Holding> of(Collection<CloudObjectId> ids);
}
