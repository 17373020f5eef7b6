package dev.writeback.engine;

import dev.writeback.engine.guard.Measure;

/**
 * How much may be destroyed or touched in some time; a write that would pass any of these limits is not made.
 *
 * @param values values that are lost: cleared, or removed without another in their place
 * @param addresses mail addresses that no longer lead to their entry, whatever came in their place
 * @param entries entries that are written
 */
public record Budget(Most values, Most addresses, Most entries) {

    private static final Budget UNLIMITED = new Budget(Most.anything(), Most.anything(), Most.anything());

    /** No limit at all. */
    public static Budget unlimited() {
        return UNLIMITED;
    }

    /** This, with another limit on values that are lost. */
    public Budget withValues(Most limit) {
        return new Budget(limit, addresses, entries);
    }

    /** This, with another limit on addresses that are removed. */
    public Budget withAddresses(Most limit) {
        return new Budget(values, limit, entries);
    }

    /** This, with another limit on entries that are written. */
    public Budget withEntries(Most limit) {
        return new Budget(values, addresses, limit);
    }

    /** The limit on one measure. */
    Most of(Measure measure) {
        return switch (measure) {
            case VALUES -> values;
            case ADDRESSES -> addresses;
            case ENTRIES -> entries;
        };
    }
}
