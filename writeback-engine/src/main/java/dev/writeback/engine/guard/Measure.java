package dev.writeback.engine.guard;

import dev.writeback.plan.Destruction;

/** What is counted of a run, to tell when it goes too far. */
public enum Measure {
    /** Values that are lost: cleared, or removed without another in their place. */
    VALUES("destructiveChanges", "values lost"),
    /** Mail addresses that no longer lead to their entry, whatever came in their place. */
    ADDRESSES("addresses", "addresses removed"),
    /** Entries that are written. */
    ENTRIES("entries", "entries written");

    private final String key;
    private final String noun;

    Measure(String key, String noun) {
        this.key = key;
        this.noun = noun;
    }

    /** The name of its limits in a configuration. */
    public String key() {
        return key;
    }

    /** What is counted, in words. */
    String noun() {
        return noun;
    }

    /** How much of it there is. */
    long of(Destruction destruction) {
        return switch (this) {
            case VALUES -> destruction.values();
            case ADDRESSES -> destruction.addresses();
            case ENTRIES -> destruction.entries();
        };
    }
}
