package dev.writeback.plan;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import java.util.List;

/**
 * What to do to one attribute, value by value.
 *
 * <p>It is its own condition: a value to remove must still be there and a value to add must not be, else nothing of the
 * whole write is done. Removing and adding a value that differs only in case is one step.
 *
 * @param attribute the directory attribute
 * @param remove the values that must be there and go
 * @param add the values that come
 */
public record Modification(AttributeName attribute, List<AttributeValue> remove, List<AttributeValue> add) {
    public Modification {
        remove = List.copyOf(remove);
        add = List.copyOf(add);
        if (remove.isEmpty() && add.isEmpty()) {
            throw new IllegalArgumentException("the modification of %s changes nothing".formatted(attribute));
        }
    }

    /** How many values are lost: removed, and no other comes in their place. */
    public int destroyed() {
        return Math.max(0, remove.size() - add.size());
    }
}
