package dev.writeback.engine.merge;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges a multi-valued attribute value by value: what either side added is there, what either side removed is not. The
 * sides contradict each other where both changed the spelling of one value, where one changed and the other removed it,
 * and where both made another address the primary one.
 */
final class ValueMerge {

    private final Sides sides;
    private final Side winner;

    /** What the cloud stated when both agreed, and what the directory held then. */
    private final Map<Object, AttributeValue> stated;

    private final Map<Object, AttributeValue> was;
    private final Map<Object, AttributeValue> now;
    private final Map<Object, AttributeValue> present;
    private final Map<Object, AttributeValue> result;
    private boolean contradictory;

    private ValueMerge(Sides sides, Side winner) {
        this.sides = sides;
        this.winner = winner;
        List<AttributeValue> none = List.of();
        this.stated = sides.byIdentity(sides.agreed().map(Agreement::cloud).orElse(none));
        this.was = sides.byIdentity(sides.agreed().map(Agreement::directory).orElse(none));
        this.now = sides.byIdentity(sides.cloud());
        this.present = sides.byIdentity(sides.directory());
        this.result = new LinkedHashMap<>(present);
    }

    /** Whether the sides contradict each other. */
    static boolean isContradictory(Sides sides) {
        ValueMerge merge = new ValueMerge(sides, Side.CLOUD);
        merge.values();
        return merge.contradictory;
    }

    /** What both come to; where they contradict each other this side wins. */
    static List<AttributeValue> of(Sides sides, Side winner) {
        return new ValueMerge(sides, winner).values();
    }

    private List<AttributeValue> values() {
        Set<Object> known = sides.agreed().isPresent() ? stated.keySet() : sides.former();
        known.forEach(this::removed);
        now.forEach(this::stated);
        if (sides.syntax() == AttributeSyntax.ADDRESS) {
            Primaries primaries = new Primaries(stated.values(), was.values(), now.values(), present.values());
            contradictory |= primaries.contradictEachOther();
            primaries.settle(result, winner);
        }
        return inTheOrderOfTheCloud();
    }

    private List<AttributeValue> inTheOrderOfTheCloud() {
        Map<Object, AttributeValue> ordered = new LinkedHashMap<>();
        now.forEach((identity, value) -> {
            AttributeValue merged = result.get(identity);
            if (merged != null) {
                ordered.put(identity, merged);
            }
        });
        result.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }

    /** The cloud once stated this value; if it does no longer, the value goes. */
    private void removed(Object identity) {
        AttributeValue value = present.get(identity);
        if (value == null || now.containsKey(identity) || !sides.mayRemove(value)) {
            return;
        }
        AttributeValue old = was.get(identity);
        boolean isRespelled = old != null && !same(old, value);
        if (isWonByTheCloud(isRespelled)) {
            result.remove(identity);
        }
    }

    /** The cloud states this value; if that is new, it comes. */
    private void stated(Object identity, AttributeValue value) {
        AttributeValue before = stated.get(identity);
        AttributeValue there = present.get(identity);
        if ((before != null && same(before, value)) || (there != null && same(there, value))) {
            return;
        }
        if (isWonByTheCloud(isChangedInTheDirectory(identity, before, there))) {
            result.put(identity, value);
        }
    }

    private boolean isChangedInTheDirectory(
            Object identity, @Nullable AttributeValue before, @Nullable AttributeValue there) {
        AttributeValue old = was.get(identity);
        if (there == null) {
            return old != null && before != null;
        }
        return old == null || !same(old, there);
    }

    private boolean isWonByTheCloud(boolean contradiction) {
        contradictory |= contradiction;
        return !contradiction || winner == Side.CLOUD;
    }

    private boolean same(AttributeValue one, AttributeValue other) {
        return sides.syntax().same(one, other);
    }
}
