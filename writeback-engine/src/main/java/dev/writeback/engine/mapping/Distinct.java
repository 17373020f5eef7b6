package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values of which the directory takes no two for one. Few values are compared each with each, many by their identity. */
final class Distinct {

    private static final int FEW = 8;

    private final AttributeSyntax syntax;
    private final List<AttributeValue> few = new ArrayList<>(FEW);
    private final Set<Object> identities = new HashSet<>();

    Distinct(AttributeSyntax syntax) {
        this.syntax = syntax;
    }

    /** Takes a value in, unless it is one with another. */
    boolean add(AttributeValue value) {
        if (few.size() < FEW) {
            return isNew(value) && few.add(value);
        }
        if (identities.isEmpty()) {
            few.forEach(one -> identities.add(syntax.identity(one)));
        }
        return identities.add(syntax.identity(value));
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
