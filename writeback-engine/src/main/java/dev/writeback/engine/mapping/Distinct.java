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
    private final List<AttributeValue> few = new ArrayList<>(FEW);
    private @Nullable Set<Object> identities;

    Distinct(AttributeSyntax syntax) {
        this.syntax = syntax;
    }

    /** Takes a value in, unless it is one with another. */
    boolean add(AttributeValue value) {
        if (few.size() < FEW) {
            return isNew(value) && few.add(value);
        }
        Set<Object> all = identities;
        if (all == null) {
            all = new HashSet<>();
            for (AttributeValue one : few) {
                all.add(syntax.identity(one));
            }
            identities = all;
        }
        return all.add(syntax.identity(value));
    }

    private boolean isNew(AttributeValue value) {
        for (AttributeValue one : few) {
            if (syntax.same(one, value)) {
                return false;
            }
        }
        return true;
    }
}
