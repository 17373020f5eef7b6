package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.CloudValue;
import dev.writeback.model.AttributeValue;
import java.util.List;
import java.util.Optional;

/**
 * Each value by itself becomes what the catalogue says of it, in the form that LDAP sends, each once.
 *
 * @param attribute the attribute that holds them
 * @param misfit what follows from a value that has no counterpart in the directory
 */
record ValueConversion(CatalogueEntry attribute, Misfit misfit) implements Conversion {

    /** What follows from a value that has no counterpart. */
    enum Misfit {
        /** It is a mistake in the cloud. */
        INVALID,
        /** It is right there, and the directory keeps what it has. */
        KEPT
    }

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        return stated.size() == 1 ? one(stated.get(0)) : all(stated);
    }

    private Mapped one(AttributeValue value) {
        Optional<AttributeValue> translated = CloudValue.translate(attribute, value);
        return translated.isPresent() ? new Mapped.Values(List.of(translated.get())) : misfit(value);
    }

    private Mapped all(List<AttributeValue> stated) {
        Distinct distinct = new Distinct(attribute.syntax(), stated.size());
        for (AttributeValue value : stated) {
            Optional<AttributeValue> translated = CloudValue.translate(attribute, value);
            if (translated.isEmpty()) {
                return misfit(value);
            }
            distinct.add(translated.get());
        }
        return new Mapped.Values(distinct.values());
    }

    private Mapped misfit(AttributeValue value) {
        String problem = CloudValue.problem(attribute, value);
        return misfit == Misfit.KEPT ? new Mapped.Kept(problem) : new Mapped.Invalid(problem);
    }

    @Override
    public Optional<AttributeValue> translate(AttributeValue stated, Circumstances circumstances) {
        return CloudValue.translate(attribute, stated);
    }

    @Override
    public List<AttributeValue> fit(
            List<AttributeValue> cloud, List<AttributeValue> directory, Circumstances circumstances) {
        if (cloud.size() != 1 || directory.size() != 1) {
            return cloud;
        }
        AttributeValue kept = CloudValue.keeping(attribute, cloud.get(0), directory.get(0));
        return kept.equals(cloud.get(0)) ? cloud : List.of(kept);
    }
}
