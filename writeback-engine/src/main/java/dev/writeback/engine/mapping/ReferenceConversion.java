package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Omission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * References to other cloud objects become the DNs of their entries. One whose entry is not known yet is left out; the
 * others flow.
 *
 * @param names what becomes of the names
 */
record ReferenceConversion(ValueConversion names) implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        List<Omission> unresolved = new ArrayList<>(0);
        List<AttributeValue> found = named(names.attribute().name(), stated, circumstances.references(), unresolved);
        if (found.isEmpty()) {
            return new Mapped.Kept("None of the objects that it refers to has an entry yet.", unresolved);
        }
        Mapped mapped = names.convert(found, circumstances);
        return mapped instanceof Mapped.Values values ? new Mapped.Values(values.values(), unresolved) : mapped;
    }

    @Override
    public Optional<AttributeValue> translate(AttributeValue stated, Circumstances circumstances) {
        AttributeName name = names.attribute().name();
        return named(name, List.of(stated), circumstances.references(), new ArrayList<>(0)).stream()
                .findFirst()
                .flatMap(value -> names.translate(value, circumstances));
    }

    /** The values with the names of entries in the place of references; what has none yet goes to the omissions. */
    static List<AttributeValue> named(
            AttributeName attribute, List<AttributeValue> values, References references, List<Omission> unresolved) {
        List<AttributeValue> names = new ArrayList<>(values.size());
        for (AttributeValue value : values) {
            if (value instanceof AttributeValue.Reference reference) {
                resolve(attribute, reference.object(), references, names, unresolved);
            } else {
                names.add(value);
            }
        }
        return names;
    }

    /** Adds the name of an object's entry to the names, or what is missing to the omissions. */
    private static void resolve(
            AttributeName attribute,
            CloudObjectId object,
            References references,
            List<AttributeValue> names,
            List<Omission> unresolved) {
        Resolution resolution = references.of(object);
        if (resolution instanceof Resolution.Resolved resolved) {
            names.add(AttributeValue.text(resolved.dn().toString()));
        } else if (resolution instanceof Resolution.Unresolved missing) {
            unresolved.add(new Omission.Unresolved(
                    object,
                    "%s refers to object %s, which %s; it is left out, and written when it can be."
                            .formatted(attribute, object, missing.reason())));
        } else if (resolution instanceof Resolution.Foreign foreign) {
            unresolved.add(new Omission.HeldBack("%s refers to object %s, which %s; it is left out."
                    .formatted(attribute, object, foreign.reason())));
        }
    }
}
