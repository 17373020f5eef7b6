package dev.writeback.testkit.directory;

import dev.writeback.testkit.fault.Fault;
import dev.writeback.testkit.fault.Strike;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** How much of what one search found is sent, and in which state. */
final class Delivery {

    private final @Nullable Strike strike;
    private boolean isOld;

    Delivery(@Nullable Strike strike) {
        this.strike = strike;
    }

    /** The states that are shown of what was found. */
    List<StoredEntry> states(EntryStore store, List<StoredEntry> found) {
        if (!meets(Fault.Stale.class)) {
            return found;
        }
        Lock lock = store.lock().readLock();
        lock.lock();
        try {
            List<StoredEntry> states = new ArrayList<>(found.size());
            for (StoredEntry entry : found) {
                EntrySlot slot = store.find(entry.name());
                states.add(slot == null ? entry : store.former().of(slot));
            }
            isOld = !states.equals(found);
            return states;
        } finally {
            lock.unlock();
        }
    }

    /** What is sent of an answer. */
    <T> List<T> part(List<T> answer) {
        return meets(Fault.HalfDelivered.class) ? answer.subList(0, answer.size() / 2) : answer;
    }

    /** Ends it: a stale search that had nothing old to show was none. */
    void end() {
        if (strike != null && meets(Fault.Stale.class) && !isOld) {
            strike.withdraw();
        }
    }

    private boolean meets(Class<? extends Fault> kind) {
        return strike != null && kind.isInstance(strike.fault());
    }
}
