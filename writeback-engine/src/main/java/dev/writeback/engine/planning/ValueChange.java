package dev.writeback.engine.planning;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** How many values it removes and adds. */
    int size() {
        return removed.size() + added.size();
    }

    /** Whether these values show that it was made. */
    boolean isShownBy(List<AttributeValue> values) {
        Set<Object> held = spellings(syntax, values);
        return added.stream().allMatch(value -> held.contains(syntax.spelling(value)))
                && removed.stream().noneMatch(value -> held.contains(syntax.spelling(value)));
    }

    /** Whether these values show that it was not made. */
    boolean isOpenIn(List<AttributeValue> values) {
        Set<Object> held = spellings(syntax, values);
        return added.stream().noneMatch(value -> held.contains(syntax.spelling(value)))
                && removed.stream().allMatch(value -> held.contains(syntax.spelling(value)));
    }

    /** What these values show of it: what it removes and they lack, what it adds and they hold. */
    ValueChange shownBy(List<AttributeValue> values) {
        return new ValueChange(
                syntax, without(syntax, removed, values), without(syntax, added, without(syntax, added, values)));
    }

    /** The values once it is made, whether or not they hold all that it removes and lack all that it adds. */
    List<AttributeValue> appliedTo(List<AttributeValue> values) {
        Map<Object, AttributeValue> all = byIdentity(values);
        removed.forEach(value -> all.remove(syntax.identity(value)));
        added.forEach(value -> all.put(syntax.identity(value), value));
        return List.copyOf(all.values());
    }

    /**
     * The values once it is made as far as nobody has come in between: a value that it removes goes if it is there, one
     * that it adds comes if none like it is there, and one that it spells in another way is so if it is spelled as before.
     *
     * @param left gets what somebody changed, and stays as it is
     */
    List<AttributeValue> carefullyAppliedTo(List<AttributeValue> values, Set<AttributeValue> left) {
        Map<Object, AttributeValue> all = byIdentity(values);
        Map<Object, AttributeValue> expected = byIdentity(removed);
        Map<Object, AttributeValue> wanted = byIdentity(added);
        expected.forEach((identity, value) -> {
            AttributeValue found = all.get(identity);
            AttributeValue other = wanted.get(identity);
            if (found == null) {
                if (other != null) {
                    left.add(other);
                }
            } else if (syntax.same(found, value)) {
                replace(all, identity, other);
            } else if (other == null || !syntax.same(found, other)) {
                left.add(found);
            }
        });
        wanted.forEach((identity, value) -> {
            AttributeValue found = expected.containsKey(identity) ? value : all.putIfAbsent(identity, value);
            if (found != null && !syntax.same(found, value)) {
                left.add(found);
            }
        });
        return List.copyOf(all.values());
    }

    private static void replace(Map<Object, AttributeValue> all, Object identity, @Nullable AttributeValue other) {
        if (other == null) {
            all.remove(identity);
        } else {
            all.put(identity, other);
        }
    }

    private Map<Object, AttributeValue> byIdentity(List<AttributeValue> values) {
        Map<Object, AttributeValue> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(syntax.identity(value), value));
        return map;
    }

    private static List<AttributeValue> without(
            AttributeSyntax syntax, List<AttributeValue> values, List<AttributeValue> others) {
        Set<Object> held = spellings(syntax, others);
        return values.stream()
                .filter(value -> !held.contains(syntax.spelling(value)))
                .toList();
    }

    private static Set<Object> spellings(AttributeSyntax syntax, List<AttributeValue> values) {
        return values.stream().map(syntax::spelling).collect(Collectors.toSet());
    }
}
