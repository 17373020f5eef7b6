package dev.writeback.engine.planning;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a write did to the values of one attribute.
 *
 * @param syntax how they compare
 * @param removed the values that went, in the spelling that went
 * @param added the values that came, in the spelling that came
 */
record ValueChange(AttributeSyntax syntax, List<AttributeValue> removed, List<AttributeValue> added) {

    static ValueChange of(AttributeSyntax syntax, List<AttributeValue> before, List<AttributeValue> after) {
        return new ValueChange(syntax, without(syntax, before, after), without(syntax, after, before));
    }

    /** The way back. */
    ValueChange reversed() {
        return new ValueChange(syntax, added, removed);
    }

    /** Whether these values show that it was made. */
    boolean isShownBy(List<AttributeValue> values) {
        return added.stream().allMatch(value -> holds(values, value))
                && removed.stream().noneMatch(value -> holds(values, value));
    }

    /** Whether these values show that it was not made. */
    boolean isOpenIn(List<AttributeValue> values) {
        return added.stream().noneMatch(value -> holds(values, value))
                && removed.stream().allMatch(value -> holds(values, value));
    }

    /** The values once it is made, whether or not they hold all that it removes and lack all that it adds. */
    List<AttributeValue> appliedTo(List<AttributeValue> values) {
        Map<Object, AttributeValue> all = new LinkedHashMap<>();
        values.forEach(value -> all.put(syntax.identity(value), value));
        removed.forEach(value -> all.remove(syntax.identity(value)));
        added.forEach(value -> all.put(syntax.identity(value), value));
        return List.copyOf(all.values());
    }

    private boolean holds(List<AttributeValue> values, AttributeValue sought) {
        return values.stream().anyMatch(value -> syntax.same(value, sought));
    }

    private static List<AttributeValue> without(
            AttributeSyntax syntax, List<AttributeValue> values, List<AttributeValue> others) {
        return values.stream()
                .filter(value -> others.stream().noneMatch(other -> syntax.same(value, other)))
                .toList();
    }
}
