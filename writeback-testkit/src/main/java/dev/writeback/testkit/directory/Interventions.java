package dev.writeback.testkit.directory;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a test wants to happen to the requests of clients: code that runs before them, and faults. Each comes up once, for
 * the next request it fits, whatever connection that comes from. Thread-safe.
 */
public final class Interventions {

    private record Hook(Operation operation, @Nullable EntryName entry, Runnable action) {}

    private record Planned(Operation operation, AtomicInteger left, Fault fault) {}

    private final Queue<Hook> hooks = new ConcurrentLinkedQueue<>();
    private final Queue<Planned> faults = new ConcurrentLinkedQueue<>();

    Interventions() {}

    /**
     * Runs code once, before the next request of a kind is done and after it has arrived: in the gap in which races are
     * lost. It runs in the thread of the request's connection.
     *
     * @param operation the kind of request
     * @param action the code
     */
    public void beforeNext(Operation operation, Runnable action) {
        hooks.add(new Hook(operation, null, action));
    }

    /**
     * Runs code once, before the next request of a kind for one entry is done.
     *
     * @param operation the kind of request
     * @param dn the entry's distinguished name; for a search the name of its base
     * @param action the code
     * @throws IllegalArgumentException if the name is not a distinguished name
     */
    public void beforeNext(Operation operation, String dn, Runnable action) {
        hooks.add(new Hook(operation, EntryName.require(dn), action));
    }

    /**
     * Lets the next requests of a kind fail.
     *
     * @param operation the kind of request
     * @param times how many of them
     * @param fault how
     */
    public void failNext(Operation operation, int times, Fault fault) {
        faults.add(new Planned(operation, new AtomicInteger(times), fault));
    }

    /** Forgets the code and the faults that have not come up yet. */
    public void clear() {
        hooks.clear();
        faults.clear();
    }

    /**
     * Runs what is due before a request.
     *
     * @param names finds the entry of a request's name; null if there is none
     * @return the fault that the request meets, or null
     */
    @Nullable
    Fault before(Operation operation, String dn, Function<String, @Nullable EntryName> names) {
        if (!hooks.isEmpty()) {
            runHooks(operation, names.apply(dn));
        }
        if (faults.isEmpty()) {
            return null;
        }
        for (Planned planned : List.copyOf(faults)) {
            if (planned.operation() == operation) {
                int left = planned.left().getAndDecrement();
                if (left <= 1) {
                    faults.remove(planned);
                }
                if (left >= 1) {
                    return planned.fault();
                }
            }
        }
        return null;
    }

    private void runHooks(Operation operation, @Nullable EntryName entry) {
        for (Hook hook : List.copyOf(hooks)) {
            boolean due = hook.operation() == operation
                    && (hook.entry() == null
                            || (entry != null && hook.entry().key().equals(entry.key())));
            // Removed before it runs, so that what it does itself does not set it off again.
            if (due && hooks.remove(hook)) {
                hook.action().run();
            }
        }
    }
}
