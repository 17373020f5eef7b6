package com.example.nordwind;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the folder.
 *
 * @param id which one
 * @param values what it holds; an attribute without values is absent
 */
record Person(EntryId id, Map<AttributeName, List<AttributeValue>> values) {

    Person {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Person of(ObjectGuid guid, String name) {
        return new Person(new EntryId(guid, Dn.of("CN=" + name + ",OU=People,O=Nordwind")), Map.of());
    }

    List<AttributeValue> values(AttributeName attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** Whether an address is among its own, or its mail, which has no prefix. */
    boolean hasAddress(String address) {
        return values(PeopleSchema.ADDRESSES).stream()
                        .anyMatch(it -> it.toString().equalsIgnoreCase(address))
                || values(PeopleSchema.MAIL).stream().anyMatch(it -> ("smtp:" + it).equalsIgnoreCase(address));
    }

    Person with(AttributeName attribute, List<AttributeValue> now) {
        Map<AttributeName, List<AttributeValue>> all = new LinkedHashMap<>(values);
        all.remove(attribute);
        if (!now.isEmpty()) {
            all.put(attribute, List.copyOf(now));
        }
        return new Person(id, all);
    }

    /** The person with a modification; nothing if a value to remove is not there, or one to add is, or would be too many. */
    Optional<Person> modified(Modification modification) {
        AttributeSyntax syntax = PeopleSchema.syntax(modification.attribute()).orElseThrow();
        List<AttributeValue> now = new ArrayList<>(values(modification.attribute()));
        for (AttributeValue gone : modification.remove()) {
            if (!now.removeIf(value -> syntax.isOne(value, gone))) {
                return Optional.empty();
            }
        }
        for (AttributeValue added : modification.add()) {
            if (now.stream().anyMatch(value -> syntax.isOne(value, added))) {
                return Optional.empty();
            }
            now.add(added);
        }
        boolean fits = now.size() <= 1 || PeopleSchema.isList(modification.attribute());
        return fits ? Optional.of(with(modification.attribute(), now)) : Optional.empty();
    }
}
