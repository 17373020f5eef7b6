package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Omission;
import java.util.ArrayList;
import java.util.List;

/**
 * References to other cloud objects become the DNs of their entries. One whose entry is not known yet is left out; the
 * others flow.
 *
 * @param names what becomes of the names
 */
record ReferenceConversion(ValueConversion names) implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        List<AttributeValue> found = new ArrayList<>(stated.size());
        List<Omission> unresolved = new ArrayList<>(0);
        for (AttributeValue value : stated) {
            if (value instanceof AttributeValue.Reference reference) {
                resolve(names.attribute().name(), reference.object(), circumstances.references(), found, unresolved);
            } else {
                found.add(value);
            }
        }
        if (found.isEmpty()) {
            return new Mapped.Kept("None of the objects that it refers to has an entry yet.", unresolved);
        }
        Mapped mapped = names.convert(found, circumstances);
        return mapped instanceof Mapped.Values values ? new Mapped.Values(values.values(), unresolved) : mapped;
    }

    /** Adds the name of an object's entry to the names, or what is missing to the omissions. */
    static void resolve(
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
        }
    }
}
