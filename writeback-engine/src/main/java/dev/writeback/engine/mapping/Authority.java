package dev.writeback.engine.mapping;

/** Who wins for an attribute. */
public enum Authority {
    /** The cloud: what it states is written. This is the default. */
    CLOUD,
    /** The directory: its values are never changed; where they differ, that is reported. */
    DIRECTORY
}
