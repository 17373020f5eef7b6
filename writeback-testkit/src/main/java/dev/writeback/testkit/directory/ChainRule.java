package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** LDAP_MATCHING_RULE_IN_CHAIN ([MS-ADTS] 3.1.1.3.4.4.3): links of links, as far as they lead. */
final class ChainRule {

    static final String OID = "1.2.840.113556.1.4.1941";

    private final DirectorySchema schema;
    private final EntryStore store;

    ChainRule(DirectorySchema schema, EntryStore store) {
        this.schema = schema;
        this.store = store;
    }

    /** Entries that lead to another one by an attribute; null if the attribute is no link. The caller holds the lock. */
    @Nullable
    EntryFilter leadingTo(AttributeDefinition attribute, Object key) {
        if (!attribute.linked()) {
            return null;
        }
        String forward = attribute.forward();
        Set<Object> reached = new HashSet<>();
        Queue<Object> left = new ArrayDeque<>(Set.of(key));
        while (!left.isEmpty()) {
            Object next = left.remove();
            Set<Object> near = forward == null ? sources(attribute, next) : targets(schema.get(forward), next);
            near.stream().filter(reached::add).forEach(left::add);
        }
        return entry -> EntryFilter.Truth.of(reached.contains(entry.name().key()));
    }

    private Set<Object> sources(AttributeDefinition attribute, Object target) {
        Set<Object> names = new HashSet<>();
        store.indexedOrNone(attribute, target)
                .forEach(slot -> names.add(slot.entry().name().key()));
        return names;
    }

    private Set<Object> targets(AttributeDefinition attribute, Object source) {
        Set<Object> names = new HashSet<>();
        EntrySlot slot = store.findByKey(source.toString());
        if (slot != null) {
            for (ASN1OctetString value : slot.entry().values(attribute)) {
                names.add(attribute.syntax().key(value));
            }
        }
        return names;
    }
}
