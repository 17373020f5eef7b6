package dev.writeback.engine.run;

import dev.writeback.engine.exchange.AddressKey;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.engine.planning.Occupant;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.EntryId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses that workers are about to write, so that of two objects that want one address at the same moment the first
 * gets it. Nothing is kept beyond the write: from then on the directory tells. Safe for many threads.
 */
public final class Reservations {

    private final Uniqueness policy;
    private final Map<AddressKey, Reserved> reserved = new ConcurrentHashMap<>();

    /** None yet, with this for addresses that others have. */
    public Reservations(Uniqueness policy) {
        this.policy = policy;
    }

    Uniqueness policy() {
        return policy;
    }

    /** Takes an address for an object, or tells who has taken it. */
    Optional<Occupant> take(AddressKey address, CloudObjectId object, EntryId entry) {
        Reserved other = reserved.putIfAbsent(address, new Reserved(object, entry));
        return other == null
                        || other.object.equals(object)
                        || other.entry.guid().equals(entry.guid())
                ? Optional.empty()
                : Optional.of(new Occupant(other.entry, Optional.of(other.object)));
    }

    /** Lets go of all that the object has taken of these. */
    void release(Iterable<AddressKey> addresses, CloudObjectId object) {
        for (AddressKey address : addresses) {
            reserved.computeIfPresent(address, (key, one) -> one.object.equals(object) ? null : one);
        }
    }

    boolean isEmpty() {
        return reserved.isEmpty();
    }

    private record Reserved(CloudObjectId object, EntryId entry) {}
}
