package dev.writeback.engine.mapping;

/** What is done where only the directory changed an attribute. */
public enum Drift {
    /** It is reported and left; a reconciliation does what the authority says. This is the default. */
    REPORT,
    /** The cloud's values are brought back as soon as it is seen. */
    REPAIR,
    /** The directory's values count as agreed, until the cloud changes its own. */
    ACCEPT
}
