package dev.writeback.engine.mapping;

/** What is done where the directory has values and nothing was agreed with the cloud yet. */
public enum FirstContact {
    /**
     * What the cloud states flows, and what only the directory knows stays: values of a multi-valued attribute that the
     * cloud never stated. A value that the cloud replaces or clears is one that it knows of. This is the default.
     */
    MERGE,
    /** The cloud's values take the place of the directory's, all of them. */
    CLOUD,
    /** Where the directory has a value, its values stay, until the cloud changes its own. */
    DIRECTORY
}
