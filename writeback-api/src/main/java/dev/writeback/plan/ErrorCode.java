package dev.writeback.plan;

/** What kind of thing went wrong; the label is what statuses carry. */
public enum ErrorCode {
    /** Two anchors of the object, or two entries for one anchor, do not agree. */
    AMBIGUOUS_MATCH("AmbiguousMatch"),
    /** The object has no anchor to find its entry by. */
    ANCHOR_MISSING("AnchorMissing"),
    /** No entry has the object's anchor. */
    ENTRY_NOT_FOUND("EntryNotFound"),
    /** Somebody kept changing the entry while it was written. */
    ENTRY_CONFLICT("EntryConflict"),
    /** A saved plan no longer fits the entry that it was made for. */
    PLAN_OUTDATED("PlanOutdated"),
    /** The journal has nothing of this run. */
    RUN_NOT_FOUND("RunNotFound"),
    /** A value is too long, of the wrong type or otherwise not to be written. */
    INVALID_VALUE("InvalidValue"),
    /** A line or record of the source cannot be read. */
    MALFORMED_CHANGE("MalformedChange"),
    /** A value that must be of one entry only is another's already. */
    ATTRIBUTE_VALUE_MUST_BE_UNIQUE("AttributeValueMustBeUnique"),
    /** The account may not write this. */
    INSUFFICIENT_RIGHTS("InsufficientRights"),
    /** The directory's schema lacks the attribute, or the entry's class may not have it. */
    SCHEMA_ATTRIBUTE_NOT_FOUND("SchemaAttributeNotFound"),
    /** The directory refuses the values. */
    REJECTED("Rejected"),
    /** The directory cannot be reached, or went away. */
    DIRECTORY_UNAVAILABLE("DirectoryUnavailable"),
    /** The directory is too busy; later it may not be. */
    DIRECTORY_BUSY("DirectoryBusy"),
    /** The server that answers has not yet seen what was last agreed; later it will have. */
    REPLICA_BEHIND("ReplicaBehind"),
    /** The directory does not accept the account or its password. */
    SIGN_IN_FAILED("SignInFailed"),
    /** The server's certificate is not trusted or is for another name. */
    CERTIFICATE_NOT_TRUSTED("CertificateNotTrusted"),
    /** The answer to a write was lost; whether it was done is not known. */
    OUTCOME_UNKNOWN("OutcomeUnknown"),
    /** What limits the scope cannot be found, or not be told. */
    SCOPE_UNRESOLVED("ScopeUnresolved"),
    /** The source cannot be read. */
    SOURCE_UNAVAILABLE("SourceUnavailable"),
    /** The limit on destructive changes would be passed. */
    DESTRUCTION_LIMIT("DestructionLimit"),
    /** Too much of a run failed. */
    FAILURE_LIMIT("FailureLimit"),
    /** The source states far fewer objects than before. */
    SOURCE_SHRUNK("SourceShrunk"),
    /** It waited longer than is kept, and was given up. */
    EXPIRED("Expired"),
    /** A fault of this program or of a plug-in. */
    INTERNAL_ERROR("InternalError");

    private final String label;

    ErrorCode(String label) {
        this.label = label;
    }

    /** The name in statuses. */
    public String label() {
        return label;
    }
}
