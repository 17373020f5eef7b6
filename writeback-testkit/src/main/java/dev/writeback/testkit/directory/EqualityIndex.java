package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds entries by the values of one attribute. Guarded by the lock of its store. */
final class EqualityIndex {

    private final AttributeDefinition attribute;
    private final Map<Object, Set<EntrySlot>> slots = new HashMap<>();

    EqualityIndex(AttributeDefinition attribute) {
        this.attribute = attribute;
    }

    Set<EntrySlot> find(Object key) {
        return slots.getOrDefault(key, Set.of());
    }

    /** Takes note of a change; null stands for the state before an entry was added or after it was deleted. */
    @SuppressWarnings("ReferenceEquality") // a change makes new objects for the attributes it touches and no others
    void changed(EntrySlot slot, @Nullable StoredEntry before, @Nullable StoredEntry after) {
        Attribute old = before == null ? null : before.get(attribute);
        Attribute now = after == null ? null : after.get(attribute);
        if (old == now) {
            return;
        }
        if (old != null) {
            for (ASN1OctetString value : old.getRawValues()) {
                forget(slot, attribute.syntax().key(value));
            }
        }
        if (now != null) {
            for (ASN1OctetString value : now.getRawValues()) {
                remember(slot, attribute.syntax().key(value));
            }
        }
    }

    /** Most values have one entry: a set that can grow is made for the second. */
    private void remember(EntrySlot slot, Object key) {
        Set<EntrySlot> found = slots.putIfAbsent(key, Set.of(slot));
        if (found instanceof TreeSet<EntrySlot> several) {
            several.add(slot);
        } else if (found != null && !found.contains(slot)) {
            Set<EntrySlot> several = new TreeSet<>(found);
            several.add(slot);
            slots.put(key, several);
        }
    }

    private void forget(EntrySlot slot, Object key) {
        Set<EntrySlot> found = slots.get(key);
        if (found == null || !found.contains(slot)) {
            return;
        }
        if (found.size() == 1) {
            slots.remove(key);
        } else {
            found.remove(slot);
        }
    }
}
