package dev.writeback.plan;

/** What was decided about one attribute. */
public enum Verdict {
    /** The cloud says nothing about it, so it is left alone. */
    NOT_STATED,
    /** Both sides hold the same. */
    UNCHANGED,
    /** The directory has no value yet and gets one. */
    SET,
    /** The directory's values change. */
    CHANGE,
    /** The cloud states that it is empty; the directory's values go. */
    CLEAR,
    /** Both sides changed it; a rule decided, and the reason names both values. */
    CONFLICT,
    /** The directory changed it although the cloud did not; it is reported and left. */
    DRIFT,
    /** Both sides changed it, and a person must decide; until then the directory's values stay. */
    PARKED,
    /** A rule leaves the directory's values as they are. */
    KEPT,
    /** The cloud's values cannot be written; the directory's stay. */
    INVALID
}
