package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which attributes of an entry a search returns, under their canonical names, and how many values of each. */
final class RequestedAttributes {

    /** The values of one attribute that one answer carries; MaxValRange of Active Directory's LDAP policy. */
    static final int MAX_VALUES = 1_500;

    private final boolean everything;
    private final boolean typesOnly;
    private final Map<AttributeDefinition, ValueSlice> wanted = new LinkedHashMap<>();
    private final BackLinks links;
    private final ConstructedAttributes constructed;

    RequestedAttributes(
            List<String> names,
            boolean typesOnly,
            DirectorySchema schema,
            BackLinks links,
            ConstructedAttributes constructed) {
        this.typesOnly = typesOnly;
        this.links = links;
        this.constructed = constructed;
        this.everything = names.isEmpty() || names.contains("*");
        for (String name : names) {
            int options = name.indexOf(';');
            AttributeDefinition attribute = schema.find(options < 0 ? name : name.substring(0, options));
            ValueSlice slice = options < 0 ? ValueSlice.ALL : ValueSlice.parse(name.substring(options + 1));
            if (attribute != null && slice != null) {
                wanted.put(attribute, slice);
            }
        }
    }

    /** What to return of an entry. The caller holds the lock of the store. */
    List<Attribute> of(StoredEntry entry, Rights rights) throws DirectoryRefusal {
        List<Attribute> found = new ArrayList<>();
        if (everything) {
            for (Map.Entry<AttributeDefinition, Attribute> attribute :
                    entry.attributes().entrySet()) {
                if (!wanted.containsKey(attribute.getKey())) {
                    addSlice(attribute.getValue(), ValueSlice.ALL, found);
                }
            }
            for (Attribute link : links.all(entry)) {
                addSlice(link, ValueSlice.ALL, found);
            }
        }
        for (Map.Entry<AttributeDefinition, ValueSlice> each : wanted.entrySet()) {
            Attribute attribute = each.getKey().access() == AttributeDefinition.Access.CONSTRUCTED
                    ? constructed.get(each.getKey(), entry, rights)
                    : links.get(entry, each.getKey());
            boolean again = everything && each.getKey().forward() != null;
            if (attribute != null && !again) {
                addSlice(attribute, each.getValue(), found);
            }
        }
        return typesOnly ? withoutValues(found) : found;
    }

    /** Adds an attribute, or as many values of it as one answer carries. */
    static void addSlice(Attribute attribute, ValueSlice slice, Collection<Attribute> found) throws DirectoryRefusal {
        if (slice.equals(ValueSlice.ALL) && attribute.size() <= MAX_VALUES) {
            found.add(attribute);
            return;
        }
        if (slice.equals(ValueSlice.ALL)) {
            // Active Directory announces the attribute without values beside its first slice.
            found.add(new Attribute(attribute.getName(), NO_VALUES));
        }
        found.add(slice.of(attribute));
    }

    private static final String[] NO_VALUES = {};

    private static List<Attribute> withoutValues(List<Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> new Attribute(attribute.getName(), NO_VALUES))
                .toList();
    }
}
