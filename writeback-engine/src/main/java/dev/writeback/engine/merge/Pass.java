package dev.writeback.engine.merge;

/** What a look at an object is for. */
public enum Pass {
    /** To bring what changed in the cloud to the directory; drift alone is not repaired. */
    CHANGES,
    /** To bring the directory to what the authorities say, whoever changed it. */
    RECONCILIATION
}
