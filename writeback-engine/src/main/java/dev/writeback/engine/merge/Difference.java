package dev.writeback.engine.merge;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest modification that turns the values an attribute has into those it should have. */
public final class Difference {

    private Difference() {}

    /** The modification; nothing if the values are the same under the attribute's syntax. */
    public static Optional<Modification> between(
            AttributeName attribute,
            AttributeSyntax syntax,
            List<AttributeValue> present,
            List<AttributeValue> wanted) {
        if (present.isEmpty() && wanted.isEmpty()) {
            return Optional.empty();
        }
        if (present.size() <= 1 && wanted.size() <= 1) {
            return syntax.same(present, wanted)
                    ? Optional.empty()
                    : Optional.of(new Modification(attribute, present, wanted));
        }
        Map<Object, AttributeValue> missing = new LinkedHashMap<>();
        wanted.forEach(value -> missing.put(syntax.identity(value), value));
        List<AttributeValue> remove = new ArrayList<>();
        for (AttributeValue value : present) {
            Object identity = syntax.identity(value);
            AttributeValue counterpart = missing.get(identity);
            if (counterpart != null && syntax.same(value, counterpart)) {
                missing.remove(identity);
            } else {
                remove.add(value);
            }
        }
        return remove.isEmpty() && missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Modification(attribute, remove, List.copyOf(missing.values())));
    }

    /** What an attribute holds when its values are modified so. */
    public static List<AttributeValue> apply(Modification modification, List<AttributeValue> present) {
        List<AttributeValue> values = new ArrayList<>(present);
        values.removeAll(modification.remove());
        values.addAll(modification.add());
        return List.copyOf(values);
    }
}
