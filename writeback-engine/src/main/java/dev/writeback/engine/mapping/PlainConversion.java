package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.ValueCheck;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values flow as they are, in the form that LDAP sends, each once. */
record PlainConversion(CatalogueEntry attribute) implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        return stated.size() == 1 ? one(attribute, stated.get(0)) : all(stated);
    }

    /** One value, checked. */
    static Mapped one(CatalogueEntry attribute, AttributeValue value) {
        return ValueCheck.wire(attribute, value)
                .<Mapped>map(wire -> new Mapped.Values(List.of(wire)))
                .orElseGet(() -> new Mapped.Invalid(ValueCheck.problem(attribute, value)));
    }

    private Mapped all(List<AttributeValue> stated) {
        List<AttributeValue> wire = new ArrayList<>(stated.size());
        Distinct distinct = new Distinct(attribute.syntax());
        for (AttributeValue value : stated) {
            Optional<AttributeValue> checked = ValueCheck.wire(attribute, value);
            if (checked.isEmpty()) {
                return new Mapped.Invalid(ValueCheck.problem(attribute, value));
            }
            if (distinct.add(checked.get())) {
                wire.add(checked.get());
            }
        }
        return new Mapped.Values(List.copyOf(wire));
    }
}
