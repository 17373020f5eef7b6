package dev.writeback.testkit.law;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Modification;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which attributes a directory in memory has, and what a write comes to.
 *
 * @param attributes the attributes with their syntaxes
 * @param lists those that may hold several values
 */
record MemorySchema(Map<AttributeName, AttributeSyntax> attributes, Set<AttributeName> lists) {

    MemorySchema {
        attributes = Map.copyOf(attributes);
        lists = Set.copyOf(lists);
    }

    /** The first attribute of a write that no entry may have. */
    Optional<AttributeName> unknown(EntryWrite write) {
        return write.modifications().stream()
                .map(Modification::attribute)
                .filter(name -> !attributes.containsKey(name))
                .findFirst();
    }

    Finding finding(AttributeName name) {
        return attributes.containsKey(name)
                ? Finding.ok("schema", name + " is in the schema.")
                : new Finding(
                        Finding.Level.ERROR,
                        "schema",
                        name + " is not in the schema.",
                        "Add it to vocabulary(), or take it out of the profile.");
    }

    /** What an entry is after all modifications; nothing if one of them does not fit. */
    Optional<MemoryEntry> apply(MemoryEntry before, List<Modification> modifications) {
        MemoryEntry after = before;
        for (Modification modification : modifications) {
            Optional<List<AttributeValue>> values = apply(before.values(modification.attribute()), modification);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            after = after.with(modification.attribute(), values.get());
        }
        return Optional.of(after);
    }

    private Optional<List<AttributeValue>> apply(List<AttributeValue> before, Modification modification) {
        AttributeSyntax syntax = attributes.getOrDefault(modification.attribute(), AttributeSyntax.CASE_EXACT);
        List<AttributeValue> now = new ArrayList<>(before);
        for (AttributeValue value : modification.remove()) {
            if (!now.removeIf(one -> syntax.isOne(one, value))) {
                return Optional.empty();
            }
        }
        for (AttributeValue value : modification.add()) {
            if (now.stream().anyMatch(one -> syntax.isOne(one, value))) {
                return Optional.empty();
            }
            now.add(value);
        }
        boolean fits = now.size() <= 1 || lists.contains(modification.attribute());
        return fits ? Optional.of(List.copyOf(now)) : Optional.empty();
    }
}
