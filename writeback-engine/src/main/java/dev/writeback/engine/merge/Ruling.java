package dev.writeback.engine.merge;

/** How one attribute is settled, by who changed it since both sides last agreed. */
public enum Ruling {
    /** Both hold the same; nothing is to be done. */
    AGREED,
    /** Nothing was agreed before: the cloud's values go in. */
    FIRST_CONTACT,
    /** Only the cloud changed it: its change goes in. */
    CLOUD_CHANGED,
    /** Only the directory changed it: that is drift, which is reported and left. */
    DIRECTORY_CHANGED,
    /** Both changed it, and the changes go together: values that either side added or removed are merged. */
    MERGED,
    /** Both changed it, and the changes contradict each other: the cloud wins. */
    CONFLICT
}
