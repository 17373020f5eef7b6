package dev.writeback.engine.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of a memory store that wait, in the order in which they have waited. Guarded by the store's lock. */
final class Backlog {

    private final NavigableSet<Holding> ready = new TreeSet<>(Comparator.comparingLong(holding -> holding.place));
    private final NavigableSet<Holding> escrowed = new TreeSet<>(
            Comparator.<Holding, Instant>comparing(holding -> holding.due).thenComparingLong(holding -> holding.place));
    private long places;

    /** Makes an object wait its turn; one that waits for it already keeps its place. */
    void ready(Holding holding) {
        if (holding.state == Holding.State.READY && !holding.claimed) {
            return;
        }
        remove(holding);
        holding.state = Holding.State.READY;
        holding.place = places++;
        add(holding);
    }

    /** Takes an object back and makes it wait until it is due, and then for its turn. */
    void escrow(Holding holding, Instant due) {
        holding.claimed = false;
        holding.state = Holding.State.ESCROWED;
        holding.due = due;
        holding.place = places++;
        add(holding);
    }

    /** Takes an object back and lets it rest. */
    void rest(Holding holding) {
        holding.claimed = false;
        holding.state = Holding.State.IDLE;
    }

    /** Hands an object out: it no longer waits, and remembers where it did. */
    void claim(Holding holding) {
        remove(holding);
        holding.claimed = true;
    }

    /** Takes an object back to where it waited. */
    void release(Holding holding) {
        holding.claimed = false;
        add(holding);
    }

    /** The object that has waited longest, whether ready or in escrow and due; nothing if none may be taken. */
    @Nullable
    Holding first(Instant now) {
        Holding waiting = ready.isEmpty() ? null : ready.first();
        Holding due = escrowed.isEmpty() || escrowed.first().due.isAfter(now) ? null : escrowed.first();
        if (waiting == null || due == null) {
            return waiting == null ? due : waiting;
        }
        return due.place < waiting.place ? due : waiting;
    }

    private void add(Holding holding) {
        if (holding.claimed) {
            return;
        }
        if (holding.state == Holding.State.READY) {
            ready.add(holding);
        } else if (holding.state == Holding.State.ESCROWED) {
            escrowed.add(holding);
        }
    }

    private void remove(Holding holding) {
        if (holding.claimed) {
            return;
        }
        if (holding.state == Holding.State.READY) {
            ready.remove(holding);
        } else if (holding.state == Holding.State.ESCROWED) {
            escrowed.remove(holding);
        }
    }
}
