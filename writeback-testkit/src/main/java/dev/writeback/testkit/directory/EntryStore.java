package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The entries, by name and by indexed value. Callers hold {@link #lock()} for reading or for writing.
 *
 * <p>Active Directory indexes objectGUID, sAMAccountName, proxyAddresses, mail, objectSid and userPrincipalName; the
 * other equality indexes are this server's own, so that tests with many entries do not crawl.
 */
final class EntryStore {

    private static final List<String> INDEXED = List.of(
            "objectGUID",
            "sAMAccountName",
            "proxyAddresses",
            "mail",
            "objectSid",
            "userPrincipalName",
            "uid",
            "mS-DS-ConsistencyGuid",
            "msDS-ExternalDirectoryObjectId");

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, EntrySlot> byKey = new LinkedHashMap<>();
    private final Map<String, EntrySlot> byText = new HashMap<>();
    private final Map<String, Integer> children = new HashMap<>();
    private final Map<AttributeDefinition, EqualityIndex> indexes = new LinkedHashMap<>();
    private final AttributeDefinition objectGuid;
    private final Map<String, EntrySlot> tombstones = new LinkedHashMap<>();
    private final FormerStates former = new FormerStates();
    private long nextOrdinal;

    EntryStore(DirectorySchema schema) {
        objectGuid = schema.get("objectGUID");
        INDEXED.stream().map(schema::get).forEach(attribute -> indexes.put(attribute, new EqualityIndex(attribute)));
        schema.attributes().stream()
                .filter(EntryStore::namesOthers)
                .forEach(attribute -> indexes.put(attribute, new EqualityIndex(attribute)));
    }

    /** Whether the values are names of other entries, which follow these to other places. */
    private static boolean namesOthers(AttributeDefinition attribute) {
        return attribute.syntax() == AttributeSyntax.DN && attribute.access() == AttributeDefinition.Access.CLIENTS;
    }

    ReadWriteLock lock() {
        return lock;
    }

    FormerStates former() {
        return former;
    }

    @Nullable
    EntrySlot find(EntryName name) {
        return byKey.get(name.key());
    }

    @Nullable
    EntrySlot findByKey(String key) {
        return byKey.get(key);
    }

    /** What is left of entries that were deleted, oldest first. They are in no index. */
    Collection<EntrySlot> tombstones() {
        return tombstones.values();
    }

    /** Puts a tombstone in the place of an entry. */
    void bury(EntrySlot slot, StoredEntry tombstone) {
        remove(slot);
        tombstones.put(tombstone.name().key(), new EntrySlot(nextOrdinal++, tombstone));
    }

    /** The entry of a name in exactly its canonical spelling: saves parsing the name. */
    @Nullable
    EntrySlot findByText(String text) {
        return byText.get(text);
    }

    @Nullable
    EntrySlot findByGuid(byte[] guid) {
        Set<EntrySlot> found = indexedOrNone(objectGuid, objectGuid.syntax().key(new ASN1OctetString(guid)));
        return found.isEmpty() ? null : found.iterator().next();
    }

    /** The entries with a value of an attribute, oldest first; null if the attribute has no index. */
    @Nullable
    Set<EntrySlot> index(AttributeDefinition attribute, Object key) {
        EqualityIndex index = indexes.get(attribute);
        return index == null ? null : index.find(key);
    }

    /** The entries with a value of an indexed attribute; none if it has no index. */
    Set<EntrySlot> indexedOrNone(AttributeDefinition attribute, Object key) {
        Set<EntrySlot> found = index(attribute, key);
        return found == null ? Set.of() : found;
    }

    Set<AttributeDefinition> indexed() {
        return indexes.keySet();
    }

    Collection<EntrySlot> all() {
        return byKey.values();
    }

    boolean hasChildren(EntryName name) {
        return children.containsKey(name.key());
    }

    EntrySlot add(StoredEntry entry) {
        EntrySlot slot = new EntrySlot(nextOrdinal++, entry);
        link(slot, entry.name());
        entry.attributes().keySet().forEach(attribute -> reindex(slot, attribute, null, entry));
        return slot;
    }

    /** Puts a changed entry in its place; {@code touched} are the attributes that may have other values now. */
    void replace(EntrySlot slot, StoredEntry changed, Collection<AttributeDefinition> touched) {
        StoredEntry before = slot.entry();
        if (!before.name().equals(changed.name())) {
            unlink(before.name());
            link(slot, changed.name());
        }
        slot.set(changed);
        former.changed(slot, before);
        for (AttributeDefinition attribute : touched) {
            reindex(slot, attribute, before, changed);
        }
    }

    void remove(EntrySlot slot) {
        unlink(slot.entry().name());
        former.removed(slot);
        StoredEntry before = slot.entry();
        before.attributes().keySet().forEach(attribute -> reindex(slot, attribute, before, null));
    }

    private void reindex(
            EntrySlot slot, AttributeDefinition attribute, @Nullable StoredEntry before, @Nullable StoredEntry after) {
        EqualityIndex index = indexes.get(attribute);
        if (index != null) {
            index.changed(slot, before, after);
        }
    }

    private void link(EntrySlot slot, EntryName name) {
        byKey.put(name.key(), slot);
        byText.put(name.text(), slot);
        children.merge(name.parentKey(), 1, Integer::sum);
    }

    private void unlink(EntryName name) {
        byKey.remove(name.key());
        byText.remove(name.text());
        children.computeIfPresent(name.parentKey(), (key, number) -> number == 1 ? null : number - 1);
    }
}
