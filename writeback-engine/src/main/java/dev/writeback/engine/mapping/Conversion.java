package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Optional;

/** How the values that the cloud states become those that the directory holds. One for each rule; immutable. */
interface Conversion {

    /**
     * What the cloud's values come to, whatever the directory holds.
     *
     * @param stated what is stated; one value at least, and one only if the attribute takes one only
     */
    Mapped convert(List<AttributeValue> stated, Circumstances circumstances);

    /** What the directory should hold, given what it holds: the cloud's values, and what is kept as found. */
    default List<AttributeValue> fit(
            List<AttributeValue> cloud, List<AttributeValue> directory, Circumstances circumstances) {
        return cloud;
    }

    /** One value of the cloud as the directory would hold it; nothing if it has no counterpart there. */
    default Optional<AttributeValue> translate(AttributeValue stated, Circumstances circumstances) {
        return Optional.empty();
    }

    /** Whether a value may go because the cloud no longer states it. */
    default boolean mayRemove(AttributeValue value, Circumstances circumstances) {
        return true;
    }
}
