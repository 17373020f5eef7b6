package dev.writeback.engine.run;

import dev.writeback.plan.ErrorCode;

/**
 * What kind of failure it was, which says how patiently an object is tried again: the less time alone can mend it, the
 * faster its waits grow.
 */
enum FailureKind {
    /** The directory was not there, or its answer did not come. */
    NETWORK(2),
    /** The directory had too much to do. */
    BUSY(2),
    /** Somebody else wrote at the same time. */
    CONFLICT(2),
    /** A fault of this program or of a plug-in. */
    INTERNAL(3),
    /** Somebody has to grant something. */
    NOT_PERMITTED(3),
    /** Somebody has to correct something, in the cloud or in the directory. */
    INVALID(4);

    private final int growth;

    FailureKind(int growth) {
        this.growth = growth;
    }

    /** How many times as long each wait is as the one before. */
    int growth() {
        return growth;
    }

    /** The kind of a problem. */
    static FailureKind of(ErrorCode code) {
        return switch (code) {
            case DIRECTORY_UNAVAILABLE, OUTCOME_UNKNOWN, SIGN_IN_FAILED, CERTIFICATE_NOT_TRUSTED, SOURCE_UNAVAILABLE ->
                NETWORK;
            case DIRECTORY_BUSY, REPLICA_BEHIND -> BUSY;
            case ENTRY_CONFLICT, PLAN_OUTDATED -> CONFLICT;
            case INSUFFICIENT_RIGHTS, SCOPE_UNRESOLVED -> NOT_PERMITTED;
            case INVALID_VALUE,
                    ATTRIBUTE_VALUE_MUST_BE_UNIQUE,
                    REJECTED,
                    SCHEMA_ATTRIBUTE_NOT_FOUND,
                    ENTRY_NOT_FOUND,
                    AMBIGUOUS_MATCH,
                    ANCHOR_MISSING,
                    MALFORMED_CHANGE -> INVALID;
            case RUN_NOT_FOUND, DESTRUCTION_LIMIT, FAILURE_LIMIT, SOURCE_SHRUNK, EXPIRED, INTERNAL_ERROR -> INTERNAL;
        };
    }
}
