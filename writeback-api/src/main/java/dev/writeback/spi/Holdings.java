package dev.writeback.spi;

import dev.writeback.model.CloudObjectId;
import dev.writeback.model.ObjectGuid;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of a store that tells how objects stand; it changes nothing. */
public interface Holdings {

    /** However an object stands. */
    Set<Holding.State> EVERY = Collections.unmodifiableSet(EnumSet.allOf(Holding.State.class));

    /** How many objects {@link #count} reads at a time. */
    int PAGE = 500;

    /**
     * All objects that stand like this, in an order that stays the same.
     *
     * @param states one or more
     * @param after the last object of the page before; nothing for the first page
     * @param atMost how many, 1 or more
     */
    List<Holding> page(Set<Holding.State> states, Optional<CloudObjectId> after, int atMost);

    /** The objects that something was agreed about with these entries, in any order; two objects may share an entry. */
    List<Holding> ofEntries(Collection<ObjectGuid> entries);

    /** These objects, in any order; those that are unknown are left out. */
    List<Holding> of(Collection<CloudObjectId> ids);

    /** How many objects stand how; a state that none has is left out. Pages through all of them by default. */
    default Map<Holding.State, Long> count() {
        Map<Holding.State, Long> counts = new EnumMap<>(Holding.State.class);
        Optional<CloudObjectId> after = Optional.empty();
        for (List<Holding> page = page(EVERY, after, PAGE); !page.isEmpty(); page = page(EVERY, after, PAGE)) {
            page.forEach(one -> counts.merge(one.state(), 1L, Long::sum));
            after = Optional.of(page.get(page.size() - 1).object().id());
        }
        return counts;
    }
}
