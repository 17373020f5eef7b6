package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of which the directory takes no two for one. Few values are compared each with each, many by their identity. */
final class Distinct {

    private static final int FEW = 8;

    private final AttributeSyntax syntax;
    private final List<AttributeValue> values;
    private @Nullable Set<Object> identities;

    /** With room for so many values. */
    Distinct(AttributeSyntax syntax, int size) {
        this.syntax = syntax;
        this.values = new ArrayList<>(size);
    }

    /** Takes a value in, unless it is one with another. */
    void add(AttributeValue value) {
        if (values.size() < FEW ? isNew(value) : all().add(syntax.identity(value))) {
            values.add(value);
        }
    }

    /** The values that were taken in, in their order. */
    List<AttributeValue> values() {
        return List.copyOf(values);
    }

    private boolean isNew(AttributeValue value) {
        for (AttributeValue one : values) {
            if (syntax.isOne(one, value)) {
                return false;
            }
        }
        return true;
    }

    private Set<Object> all() {
        Set<Object> all = identities;
        if (all == null) {
            all = new HashSet<>();
            for (AttributeValue one : values) {
                all.add(syntax.identity(one));
            }
            identities = all;
        }
        return all;
    }
}
