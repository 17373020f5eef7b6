package dev.writeback.plan;

/** Where a value comes from. */
public enum Side {
    /** The cloud. */
    CLOUD,
    /** The directory. */
    DIRECTORY,
    /** Both: each has set some of the values, or both have set the same. */
    BOTH
}
