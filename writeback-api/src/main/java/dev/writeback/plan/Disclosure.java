package dev.writeback.plan;

import dev.writeback.model.AttributeValue;
import java.util.List;

/** Whether the values of a decision may be shown. */
public enum Disclosure {
    /** They may. */
    OPEN,
    /** They go into the directory and nowhere else: whoever shows them shows {@code [Redact]} in their place. */
    REDACTED;

    private static final List<AttributeValue> HIDDEN = List.of(AttributeValue.text("[Redact]"));

    /** The values as they may be shown: the same, or {@code [Redact]} in the place of all of them. */
    public List<AttributeValue> shown(List<AttributeValue> values) {
        return this == OPEN || values.isEmpty() ? values : HIDDEN;
    }
}
