package dev.writeback.engine.mapping;

/** What happens when the cloud states that an attribute is empty. */
public enum Clearing {
    /** The directory's values go, which counts as destructive. This is the default. */
    FLOWS,
    /** The directory's values stay, and that is reported. */
    HELD_BACK
}
