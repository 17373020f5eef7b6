package dev.writeback.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that a cloud object once had and has no longer. Together with those it has they are all that were ever
 * stated, whatever the order in which the statements arrived; so they join as the statements do.
 */
final class Former {

    private Former() {}

    /** Those that are known, and those of statements that no longer stand, but for what stands. */
    static Map<AttributeName, Set<AttributeValue>> of(
            Map<AttributeName, Set<AttributeValue>> known,
            Map<AttributeName, Stated<List<AttributeValue>>> stated,
            Map<AttributeName, Stated<List<AttributeValue>>> standing) {
        if (known.isEmpty() && standing.size() == stated.size()) {
            return Map.of();
        }
        Map<AttributeName, Set<AttributeValue>> all = copy(known);
        stated.forEach((name, statement) -> {
            if (!standing.containsKey(name)) {
                add(all, name, statement.value());
            }
        });
        standing.forEach((name, statement) -> {
            Set<AttributeValue> values = all.get(name);
            if (values != null) {
                statement.value().forEach(values::remove);
            }
        });
        return frozen(all);
    }

    /** Those of both, and what either of them states; what the newer statement still has is taken out by {@link #of}. */
    static Map<AttributeName, Set<AttributeValue>> joined(CloudObject one, CloudObject other) {
        Map<AttributeName, Set<AttributeValue>> all = copy(one.former());
        other.former().forEach((name, values) -> add(all, name, values));
        one.attributes().forEach((name, stated) -> {
            Stated<List<AttributeValue>> twin = other.attributes().get(name);
            if (twin != null && !twin.value().equals(stated.value())) {
                add(all, name, stated.value());
                add(all, name, twin.value());
            }
        });
        return all;
    }

    private static void add(
            Map<AttributeName, Set<AttributeValue>> all, AttributeName name, Iterable<AttributeValue> values) {
        Set<AttributeValue> some = all.computeIfAbsent(name, unknown -> new LinkedHashSet<>());
        values.forEach(some::add);
    }

    private static Map<AttributeName, Set<AttributeValue>> copy(Map<AttributeName, Set<AttributeValue>> known) {
        Map<AttributeName, Set<AttributeValue>> all = new LinkedHashMap<>();
        known.forEach((name, values) -> all.put(name, new LinkedHashSet<>(values)));
        return all;
    }

    private static Map<AttributeName, Set<AttributeValue>> frozen(Map<AttributeName, Set<AttributeValue>> all) {
        all.values().removeIf(Set::isEmpty);
        all.replaceAll((name, values) -> Collections.unmodifiableSet(values));
        return all.isEmpty() ? Map.of() : Collections.unmodifiableMap(all);
    }
}
