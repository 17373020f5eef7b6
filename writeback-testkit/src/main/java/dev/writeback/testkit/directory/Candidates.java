package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a filter can match, found by index.
 *
 * @param slots the entries, oldest first
 * @param exact whether all of them match, so that the filter need not be asked again
 */
record Candidates(Collection<EntrySlot> slots, boolean exact) {

    /** What the indexes know of a filter; null if they know nothing and every entry must be looked at. */
    static @Nullable Candidates of(Filter filter, DirectorySchema schema, EntryStore store, FilterCompiler compiler) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_EQUALITY -> equality(filter, schema, store, compiler);
            case Filter.FILTER_TYPE_OR -> union(filter, schema, store, compiler);
            case Filter.FILTER_TYPE_AND -> smallest(filter, schema, store, compiler);
            default -> null;
        };
    }

    private static @Nullable Candidates equality(
            Filter filter, DirectorySchema schema, EntryStore store, FilterCompiler compiler) {
        String name = filter.getAttributeName();
        AttributeDefinition attribute = name == null ? null : schema.find(name);
        ASN1OctetString assertion = filter.getRawAssertionValue();
        Set<EntrySlot> found = attribute == null || assertion == null
                ? null
                : store.index(attribute, compiler.key(attribute, assertion));
        return found == null ? null : new Candidates(found, true);
    }

    private static @Nullable Candidates union(
            Filter filter, DirectorySchema schema, EntryStore store, FilterCompiler compiler) {
        Set<EntrySlot> all = new TreeSet<>();
        boolean exact = true;
        for (Filter component : filter.getComponents()) {
            Candidates part = of(component, schema, store, compiler);
            if (part == null) {
                return null;
            }
            all.addAll(part.slots());
            exact &= part.exact();
        }
        return new Candidates(all, exact);
    }

    private static @Nullable Candidates smallest(
            Filter filter, DirectorySchema schema, EntryStore store, FilterCompiler compiler) {
        Candidates best = null;
        for (Filter component : filter.getComponents()) {
            Candidates part = of(component, schema, store, compiler);
            if (part != null
                    && (best == null || part.slots().size() < best.slots().size())) {
                best = part;
            }
        }
        return best == null ? null : new Candidates(best.slots(), best.exact() && filter.getComponents().length == 1);
    }
}
