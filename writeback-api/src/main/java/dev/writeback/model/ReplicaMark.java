package dev.writeback.model;

/**
 * What another copy of the directory must have seen before it may be believed about an entry. Only the sink that made it
 * understands it.
 *
 * @param value 1 to 1,000 characters
 */
public record ReplicaMark(String value) {
    private static final int LONGEST = 1_000;

    public ReplicaMark {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a replica mark has %d characters; it may have 1 to %d".formatted(value.length(), LONGEST));
        }
    }
}
