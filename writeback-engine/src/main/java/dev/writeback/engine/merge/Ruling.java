package dev.writeback.engine.merge;

/** What came of a merge. */
public enum Ruling {
    /** The directory stays as it is, and that is right so. */
    AGREED,
    /** The directory is to hold other values. */
    WRITTEN,
    /** The sides contradicted each other and a rule decided. */
    CONFLICT,
    /** Only the directory changed it; that is reported and left. */
    DRIFT,
    /** The directory's values stay although the cloud wants others. */
    KEPT,
    /** A person must decide. */
    PARKED,
    /** The host's resolver failed; the directory's values stay. */
    FAILED
}
