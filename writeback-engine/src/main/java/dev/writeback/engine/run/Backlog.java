package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Parking;
import dev.writeback.spi.Settlement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of a memory store that wait, in the order in which they have waited. Guarded by the store's lock. */
final class Backlog {

    private final NavigableSet<StoredObject> ready = new TreeSet<>(Comparator.comparingLong(holding -> holding.place));
    private final NavigableSet<StoredObject> later =
            new TreeSet<>(Comparator.<StoredObject, Instant>comparing(holding -> holding.due)
                    .thenComparingLong(holding -> holding.place));
    private final NavigableSet<StoredObject> held = new TreeSet<>(Comparator.comparingLong(holding -> holding.place));
    private final NavigableSet<StoredObject> open =
            new TreeSet<>(Comparator.<StoredObject, Instant>comparing(holding -> holding.since)
                    .thenComparingLong(holding -> holding.place));
    private final Waiters waiters = new Waiters();
    private long places;

    /** Makes an object wait its turn; one that waits for it already keeps its place. */
    void ready(StoredObject holding) {
        if (holding.state == StoredObject.State.READY && !holding.claimed) {
            return;
        }
        leave(holding);
        holding.state = StoredObject.State.READY;
        holding.place = places++;
        enqueue(holding);
    }

    /** The same for every object that waits for this one; from now on it waits for its own turn. */
    void wake(CloudObjectId awaited, Instant now) {
        waiters.of(awaited).forEach(holding -> {
            count(holding, now);
            ready(holding);
        });
    }

    /** Begins to count anew since when an object waits. */
    private void count(StoredObject holding, Instant since) {
        dequeue(holding);
        holding.since = since;
        enqueue(holding);
    }

    /** Takes an object back and makes it wait until it is due, and then for its turn. */
    void escrow(StoredObject holding, Settlement.Escrowed end) {
        forget(holding);
        holding.problem = end.why();
        postpone(holding, StoredObject.State.ESCROWED, end.until());
    }

    /** Takes an object back that is given up. */
    void expire(StoredObject holding, Problem why) {
        stop(holding, StoredObject.State.EXPIRED);
        holding.problem = Optional.of(why);
    }

    /** Takes an object back and lets it rest until somebody decides about its run. */
    void hold(StoredObject holding, Plan plan) {
        stop(holding, StoredObject.State.HELD);
        holding.held = Optional.of(plan);
    }

    /** Takes an object back and makes it wait for others, until it is due at the latest. */
    void await(StoredObject holding, Instant due, List<CloudObjectId> others) {
        forget(holding);
        holding.awaited = others;
        waiters.add(holding);
        postpone(holding, StoredObject.State.WAITING, due);
    }

    /** Takes an object back and lets it rest. */
    void rest(StoredObject holding) {
        stop(holding, StoredObject.State.IDLE);
    }

    /** Takes an object back and lets it rest until something else decides about its scope. */
    void leaveOut(StoredObject holding) {
        stop(holding, StoredObject.State.OUT_OF_SCOPE);
    }

    /** Takes an object back and lets it rest until a person decides. */
    void park(StoredObject holding, List<Parking> conflicts) {
        stop(holding, StoredObject.State.PARKED);
        holding.parked = conflicts;
    }

    /** Makes an object wait its turn because of itself: what it waited for, and what it was parked for, counts no longer. */
    void renew(StoredObject holding, Instant now) {
        count(holding, now);
        ready(holding);
        holding.awaited = List.of();
        holding.parked = List.of();
        holding.problem = Optional.empty();
        holding.held = Optional.empty();
    }

    /** Hands an object out: it no longer waits its turn, and remembers where it did. */
    void claim(StoredObject holding) {
        dequeue(holding);
        holding.claimed = true;
    }

    /** Takes an object back to where it waited. */
    void release(StoredObject holding) {
        holding.claimed = false;
        enqueue(holding);
    }

    /** The object that has waited longest, whether ready or due; nothing if none may be taken. */
    @Nullable
    StoredObject first(Instant now) {
        StoredObject waiting = ready.isEmpty() ? null : ready.first();
        StoredObject due = later.isEmpty() || later.first().due.isAfter(now) ? null : later.first();
        if (waiting == null || due == null) {
            return waiting == null ? due : waiting;
        }
        return due.place < waiting.place ? due : waiting;
    }

    /** The objects that are ready or in escrow and wait since before a time, those first that wait longest. */
    List<StoredObject> overdue(int atMost, Instant before) {
        return open.stream()
                .takeWhile(holding -> holding.since.isBefore(before))
                .limit(atMost)
                .toList();
    }

    /** The objects that are held. */
    List<StoredObject> held(int atMost) {
        return held.stream().limit(atMost).toList();
    }

    /** Whether no object waits for another one. */
    boolean awaitsNothing() {
        return waiters.isEmpty();
    }

    private void postpone(StoredObject holding, StoredObject.State state, Instant due) {
        holding.claimed = false;
        holding.state = state;
        holding.due = due;
        holding.place = places++;
        enqueue(holding);
    }

    private void stop(StoredObject holding, StoredObject.State state) {
        forget(holding);
        holding.claimed = false;
        holding.state = state;
        enqueue(holding);
    }

    private void forget(StoredObject holding) {
        leave(holding);
        holding.awaited = List.of();
        holding.parked = List.of();
        holding.problem = Optional.empty();
        holding.held = Optional.empty();
    }

    private void leave(StoredObject holding) {
        dequeue(holding);
        if (holding.state == StoredObject.State.WAITING) {
            waiters.remove(holding);
        }
    }

    private void enqueue(StoredObject holding) {
        NavigableSet<StoredObject> queue = queue(holding);
        if (queue != null && !holding.claimed) {
            queue.add(holding);
            if (isOpen(holding)) {
                open.add(holding);
            }
        }
    }

    private void dequeue(StoredObject holding) {
        NavigableSet<StoredObject> queue = queue(holding);
        if (queue != null && !holding.claimed) {
            queue.remove(holding);
            open.remove(holding);
        }
    }

    private static boolean isOpen(StoredObject holding) {
        return holding.state == StoredObject.State.READY || holding.state == StoredObject.State.ESCROWED;
    }

    private @Nullable NavigableSet<StoredObject> queue(StoredObject holding) {
        return switch (holding.state) {
            case IDLE, PARKED, EXPIRED, OUT_OF_SCOPE -> null;
            case HELD -> held;
            case READY -> ready;
            case ESCROWED, WAITING -> later;
        };
    }
}
