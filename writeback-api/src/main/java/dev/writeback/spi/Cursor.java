package dev.writeback.spi;

/**
 * A place in a source that reading goes on from. Only the source that made it understands it.
 *
 * @param value 1 to 4,194,304 characters
 */
public record Cursor(String value) {
    private static final int LONGEST = 4_194_304;

    public Cursor {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a cursor is empty; there is no cursor before the first page");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a cursor has %d characters; it may have %d".formatted(value.length(), LONGEST));
        }
    }
}
