package dev.writeback.plan;

import dev.writeback.model.AttributeValue;
import java.util.List;

/** How a conflict is decided. */
public sealed interface Resolution {

    /** As the cloud wants it. */
    record Cloud() implements Resolution {}

    /** As the directory has it. */
    record Directory() implements Resolution {}

    /** With these values, which the attribute must be able to hold; none to clear it. */
    record Values(List<AttributeValue> values) implements Resolution {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** A person must decide: the object is parked with both values. */
    record Undecided() implements Resolution {}
}
