package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every directory attribute that this library knows, from the table {@code attributes.csv}. */
public final class AttributeCatalogue {

    private static final AttributeCatalogue STANDARD =
            new AttributeCatalogue(CatalogueResource.lines("attributes.csv"));

    private final Map<AttributeName, CatalogueEntry> entries;

    private AttributeCatalogue(List<String> lines) {
        Map<AttributeName, CatalogueEntry> read = new LinkedHashMap<>();
        lines.stream().map(CatalogueLine::parse).forEach(entry -> read.put(entry.name(), entry));
        entries = Collections.unmodifiableMap(read);
    }

    /** The catalogue of Active Directory with Exchange's schema. */
    public static AttributeCatalogue standard() {
        return STANDARD;
    }

    /** What is known of an attribute; nothing if it is not known. */
    public Optional<CatalogueEntry> find(AttributeName name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** All attributes, in the table's order. */
    public Collection<CatalogueEntry> entries() {
        return entries.values();
    }
}
