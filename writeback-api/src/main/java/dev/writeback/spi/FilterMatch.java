package dev.writeback.spi;

/** Whether an entry meets the filter of a lookup. */
public enum FilterMatch {
    /** It does, or no filter was given. */
    MEETS,
    /** It does not. */
    FAILS
}
