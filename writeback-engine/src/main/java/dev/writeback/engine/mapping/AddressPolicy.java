package dev.writeback.engine.mapping;

/** What happens to addresses of one kind, or of one domain. */
public enum AddressPolicy {
    /** The cloud's are the whole truth: they are added, and others of the kind are removed. */
    FLOW,
    /** The cloud's are added; none that the directory has is removed. */
    PRESERVE,
    /** The cloud's are not written; those that the directory has stay as they are. */
    DROP
}
