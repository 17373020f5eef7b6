package dev.writeback.plan;

/** Whether the values of a decision may be shown. */
public enum Disclosure {
    /** They may. */
    OPEN,
    /** They go into the directory and nowhere else: whoever shows them shows {@code [Redact]} in their place. */
    REDACTED
}
