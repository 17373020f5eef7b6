package dev.writeback.spi;

/**
 * A place in a source that reading goes on from. Only the source that made it understands it.
 *
 * @param value not empty; up to 64 KiB
 */
public record Cursor(String value) {
    public Cursor {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a cursor is empty; there is no cursor before the first page");
        }
    }
}
