package dev.writeback.engine.mapping;

import dev.writeback.engine.expression.Inputs;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.Omission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A cloud object as an expression sees it: references are the DNs of their entries. For one evaluation. */
final class ObjectInputs implements Inputs {

    private final AttributeName target;
    private final CloudObject object;
    private final Circumstances circumstances;
    private final List<Omission> unresolved = new ArrayList<>(0);

    ObjectInputs(AttributeName target, CloudObject object, Circumstances circumstances) {
        this.target = target;
        this.object = object;
        this.circumstances = circumstances;
    }

    /** The references that it asked for and that are not known yet. */
    List<Omission> unresolved() {
        return unresolved;
    }

    @Override
    public Optional<List<AttributeValue>> stated(AttributeName attribute) {
        Optional<List<AttributeValue>> stated = object.stated(attribute);
        for (AttributeValue value : stated.orElse(List.of())) {
            if (value instanceof AttributeValue.Reference) {
                return Optional.of(
                        ReferenceConversion.named(target, stated.get(), circumstances.references(), unresolved));
            }
        }
        return stated;
    }

    @Override
    public Instant now() {
        return circumstances.now();
    }

    @Override
    public LongSupplier random() {
        return circumstances.random();
    }
}
