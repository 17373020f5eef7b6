package dev.writeback.plan;

/** How much of a directory does not answer. */
public enum Extent {
    /** All of it: nothing else need be asked for now. */
    DIRECTORY,
    /** What concerns this entry, while others can be read and written, for instance in another directory. */
    ENTRY
}
