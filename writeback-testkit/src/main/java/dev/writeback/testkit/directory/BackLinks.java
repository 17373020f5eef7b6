package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of back links, which are nowhere stored: the entries that hold the forward link. */
final class BackLinks {

    private record Pair(AttributeDefinition back, AttributeDefinition forward) {}

    private final EntryStore store;
    private final DirectorySchema schema;
    private final List<Pair> pairs = new ArrayList<>();

    BackLinks(DirectorySchema schema, EntryStore store) {
        this.store = store;
        this.schema = schema;
        for (AttributeDefinition attribute : schema.attributes()) {
            String forward = attribute.forward();
            if (forward != null) {
                pairs.add(new Pair(attribute, schema.get(forward)));
            }
        }
    }

    /** An attribute of an entry, stored or mirrored; null if it has no value. The caller holds the lock of the store. */
    @Nullable
    Attribute get(StoredEntry entry, AttributeDefinition attribute) {
        String forward = attribute.forward();
        return forward == null ? entry.get(attribute) : sources(entry, attribute, schema.get(forward));
    }

    /** The back links of an entry that have values. The caller holds the lock of the store. */
    List<Attribute> all(StoredEntry entry) {
        List<Attribute> all = new ArrayList<>();
        for (Pair pair : pairs) {
            Attribute found = sources(entry, pair.back(), pair.forward());
            if (found != null) {
                all.add(found);
            }
        }
        return all;
    }

    private @Nullable Attribute sources(StoredEntry entry, AttributeDefinition back, AttributeDefinition forward) {
        Set<EntrySlot> sources = store.indexedOrNone(forward, entry.name().key());
        if (sources.isEmpty()) {
            return null;
        }
        return StoredEntry.attribute(
                back,
                sources.stream()
                        .map(source -> new ASN1OctetString(source.entry().name().text()))
                        .toList());
    }
}
