package dev.writeback.agent;

import dev.writeback.spi.Holding;
import dev.writeback.spi.RunRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How objects stand, in the order and in the words in which people and programs are told. */
enum Standing {
    HELD(Holding.State.HELD, "held", "a run that is held would write them"),
    ESCROWED(Holding.State.ESCROWED, "in escrow", "failed, and wait for their next try"),
    EXPIRED(Holding.State.EXPIRED, "expired", "failed too long and were given up; retry ID or reconcile takes them up"),
    PARKED(Holding.State.PARKED, "parked", "wait for a decision; see conflicts"),
    WAITING(Holding.State.WAITING, "waiting", "refer to objects that are not there yet"),
    PENDING(Holding.State.PENDING, "pending", "wait their turn in the next run"),
    OUT_OF_SCOPE(Holding.State.OUT_OF_SCOPE, "out of scope", "are left alone until their entries come into scope"),
    RESTING(Holding.State.RESTING, "at rest", "nothing to do");

    private final Holding.State state;
    private final String name;
    private final String meaning;

    Standing(Holding.State state, String name, String meaning) {
        this.state = state;
        this.name = name;
        this.meaning = meaning;
    }

    static Standing of(Holding.State state) {
        for (Standing standing : values()) {
            if (standing.state == state) {
                return standing;
            }
        }
        throw new IllegalArgumentException("nothing is known of " + state);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What that means. */
    String meaning() {
        return meaning;
    }

    /** For programs. */
    String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String word(RunRecord.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** How many stand like this. */
    long count(Map<Holding.State, Long> counts) {
        return counts.getOrDefault(state, 0L);
    }

    /** The entry of an object; nothing if it is not known yet. */
    static Optional<String> dn(Holding holding) {
        return holding.baseline()
                .entry()
                .or(() -> holding.held().flatMap(plan -> plan.entry()))
                .map(entry -> entry.dn().toString());
    }
}
