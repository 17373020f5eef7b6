package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of a memory store that wait, in the order in which they have waited. Guarded by the store's lock. */
final class Backlog {

    private final NavigableSet<Holding> ready = new TreeSet<>(Comparator.comparingLong(holding -> holding.place));
    private final NavigableSet<Holding> later = new TreeSet<>(
            Comparator.<Holding, Instant>comparing(holding -> holding.due).thenComparingLong(holding -> holding.place));
    private final Waiters waiters = new Waiters();
    private long places;

    /** Makes an object wait its turn; one that waits for it already keeps its place. */
    void ready(Holding holding) {
        if (holding.state == Holding.State.READY && !holding.claimed) {
            return;
        }
        leave(holding);
        holding.state = Holding.State.READY;
        holding.place = places++;
        enqueue(holding);
    }

    /** The same for every object that waits for this one. */
    void wake(CloudObjectId awaited) {
        waiters.of(awaited).forEach(this::ready);
    }

    /** Takes an object back and makes it wait until it is due, and then for its turn. */
    void escrow(Holding holding, Instant due) {
        forget(holding);
        postpone(holding, Holding.State.ESCROWED, due);
    }

    /** Takes an object back and makes it wait for others, until it is due at the latest. */
    void await(Holding holding, Instant due, List<CloudObjectId> others) {
        forget(holding);
        holding.awaited = others;
        waiters.add(holding);
        postpone(holding, Holding.State.WAITING, due);
    }

    /** Takes an object back and lets it rest. */
    void rest(Holding holding) {
        forget(holding);
        holding.claimed = false;
        holding.state = Holding.State.IDLE;
    }

    /** Makes an object wait its turn because of itself: what it waited for counts no longer. */
    void renew(Holding holding) {
        ready(holding);
        holding.awaited = List.of();
    }

    /** Hands an object out: it no longer waits its turn, and remembers where it did. */
    void claim(Holding holding) {
        dequeue(holding);
        holding.claimed = true;
    }

    /** Takes an object back to where it waited. */
    void release(Holding holding) {
        holding.claimed = false;
        enqueue(holding);
    }

    /** The object that has waited longest, whether ready or due; nothing if none may be taken. */
    @Nullable
    Holding first(Instant now) {
        Holding waiting = ready.isEmpty() ? null : ready.first();
        Holding due = later.isEmpty() || later.first().due.isAfter(now) ? null : later.first();
        if (waiting == null || due == null) {
            return waiting == null ? due : waiting;
        }
        return due.place < waiting.place ? due : waiting;
    }

    /** Whether no object waits for another one. */
    boolean awaitsNothing() {
        return waiters.isEmpty();
    }

    private void postpone(Holding holding, Holding.State state, Instant due) {
        holding.claimed = false;
        holding.state = state;
        holding.due = due;
        holding.place = places++;
        enqueue(holding);
    }

    private void forget(Holding holding) {
        leave(holding);
        holding.awaited = List.of();
    }

    private void leave(Holding holding) {
        dequeue(holding);
        if (holding.state == Holding.State.WAITING) {
            waiters.remove(holding);
        }
    }

    private void enqueue(Holding holding) {
        NavigableSet<Holding> queue = queue(holding);
        if (queue != null && !holding.claimed) {
            queue.add(holding);
        }
    }

    private void dequeue(Holding holding) {
        NavigableSet<Holding> queue = queue(holding);
        if (queue != null && !holding.claimed) {
            queue.remove(holding);
        }
    }

    private @Nullable NavigableSet<Holding> queue(Holding holding) {
        return switch (holding.state) {
            case IDLE -> null;
            case READY -> ready;
            case ESCROWED, WAITING -> later;
        };
    }
}
