package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AttributeCatalogue;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.model.AttributeName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that a cloud object may state something under, as far as they are known beforehand. */
public final class CloudNames {

    private static final Set<AttributeName> NAMES = fromCatalogue();

    private CloudNames() {}

    /**
     * Exchange Online's own names of everything in the catalogue, the directory's names of it, which some sources use
     * instead, and {@code IsExchangeCloudManaged}. A source may have more.
     */
    public static Set<AttributeName> known() {
        return NAMES;
    }

    private static Set<AttributeName> fromCatalogue() {
        Set<AttributeName> names = new LinkedHashSet<>();
        names.add(AttributeName.of("IsExchangeCloudManaged"));
        for (CatalogueEntry entry : AttributeCatalogue.standard().entries()) {
            entry.properties().stream().map(AttributeName::of).forEach(names::add);
            entry.related().stream().map(AttributeName::of).forEach(names::add);
        }
        AttributeCatalogue.standard().entries().forEach(entry -> names.add(entry.name()));
        return Collections.unmodifiableSet(names);
    }
}
