package dev.writeback.plan;

/** Why an object was left alone; the names are Microsoft's where it has one. */
public enum SkipReason {
    /** The entry does not meet the conditions of the scope. */
    NOT_IN_SCOPE("NotInScope"),
    /** There is nothing to change. */
    REDUNDANT_EXPORT("RedundantExport"),
    /** The cloud does not manage the object's Exchange attributes. */
    NOT_CLOUD_MANAGED("NotCloudManaged"),
    /** The entry is privileged or critical to the directory. */
    PROTECTED_ENTRY("ProtectedEntry"),
    /** The object is gone from the cloud; its entry stays as it is. */
    REMOVED("Removed"),
    /** The run that would have written it was held, and somebody rejected it. */
    REJECTED("Rejected");

    private final String label;

    SkipReason(String label) {
        this.label = label;
    }

    /** The name in statuses. */
    public String label() {
        return label;
    }
}
