package dev.writeback.plan;

/**
 * How much writes take away, or touch at all.
 *
 * @param values how many values are lost: cleared, or removed without another in their place; 0 or more
 * @param addresses how many mail addresses no longer lead to their entry, whatever came in their place; 0 or more
 * @param entries how many entries are written; 0 or more
 */
public record Destruction(long values, long addresses, long entries) {

    private static final Destruction NONE = new Destruction(0, 0, 0);

    public Destruction {
        if (values < 0 || addresses < 0 || entries < 0) {
            throw new IllegalArgumentException(
                    "destruction is counted from 0 on, not %d values, %d addresses, %d entries"
                            .formatted(values, addresses, entries));
        }
    }

    /** Nothing is touched. */
    public static Destruction none() {
        return NONE;
    }

    /** This and the other. */
    public Destruction and(Destruction other) {
        return new Destruction(values + other.values, addresses + other.addresses, entries + other.entries);
    }
}
