package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Deletes, renames and moves entries, and keeps the links of others to them in order. */
final class TreeRequests {

    private final DirectorySchema schema;
    private final EntryStore store;
    private final DirectoryNames names;
    private final ChangeStamps stamps;
    private final Tombstones tombstones;

    TreeRequests(DirectorySchema schema, EntryStore store, DirectoryNames names, ChangeStamps stamps) {
        this.schema = schema;
        this.store = store;
        this.names = names;
        this.stamps = stamps;
        this.tombstones = new Tombstones(schema, names, stamps);
    }

    void delete(String dn, boolean wholeTree, Rights rights) throws DirectoryRefusal {
        Lock lock = store.lock().writeLock();
        lock.lock();
        try {
            EntrySlot slot = names.resolve(dn);
            EntryName name = slot.entry().name();
            if (!rights.owns(name)) {
                throw DirectoryRefusal.noRight();
            }
            if (name.key().equals(names.base().key())) {
                throw DirectoryRefusal.unwilling();
            }
            if (store.hasChildren(name) && !wholeTree) {
                throw DirectoryRefusal.notALeaf();
            }
            for (EntrySlot each : withSubordinates(name)) {
                EntryName buried = tombstones.nameOf(each.entry());
                relink(each.entry().name(), buried, true);
                store.bury(each, tombstones.of(each.entry(), buried));
            }
        } finally {
            lock.unlock();
        }
    }

    void rename(String dn, String newRdn, @Nullable String newSuperior, Rights rights) throws DirectoryRefusal {
        Lock lock = store.lock().writeLock();
        lock.lock();
        try {
            EntrySlot slot = names.resolve(dn);
            EntryName from = slot.entry().name();
            EntryName superior = names.resolve(
                            newSuperior == null ? from.parent().text() : newSuperior)
                    .entry()
                    .name();
            EntryName to = superior.child(rdn(newRdn));
            if (!rights.owns(from) || !rights.owns(to)) {
                throw DirectoryRefusal.noRight();
            }
            EntrySlot present = store.find(to);
            if (present != null && !present.equals(slot)) {
                throw DirectoryRefusal.exists();
            }
            checkMove(from, to, superior);
            List<EntrySlot> moving = withSubordinates(from);
            moving.sort(Comparator.comparing(each -> each.entry().name().key().length()));
            for (EntrySlot each : moving) {
                move(each, each.entry().name().moved(from, to), each.equals(slot));
            }
        } finally {
            lock.unlock();
        }
    }

    private void checkMove(EntryName from, EntryName to, EntryName superior) throws DirectoryRefusal {
        boolean otherKind = !to.rdn().hasAttribute(from.rdn().getAttributeNames()[0]);
        if (otherKind || from.key().equals(names.base().key()) || superior.isUnderOrEqual(from)) {
            throw DirectoryRefusal.unwilling();
        }
    }

    private void move(EntrySlot slot, EntryName to, boolean renamed) {
        EntryName from = slot.entry().name();
        Map<AttributeDefinition, Attribute> attributes = slot.entry().copyOfAttributes();
        put(attributes, "distinguishedName", to.text());
        StoredEntry before = slot.entry();
        ChangeMarks marks = before.changes();
        if (renamed) {
            AttributeDefinition naming = schema.get(to.rdn().getAttributeNames()[0]);
            put(attributes, naming.name(), to.rdn().getAttributeValues()[0]);
            put(attributes, "name", to.rdn().getAttributeValues()[0]);
            ChangeMarks.Mark mark = stamps.changed(attributes);
            StoredEntry after = before.with(attributes);
            for (AttributeDefinition each : List.of(naming, schema.get("name"))) {
                marks = marks.with(each, mark, before.values(each), after.values(each));
            }
        }
        store.replace(slot, before.with(attributes).named(to).marked(marks), List.of());
        relink(from, to, false);
    }

    /** Lets names of an entry follow it to its new name; links end when it is deleted. */
    private void relink(EntryName from, EntryName to, boolean deleted) {
        for (AttributeDefinition attribute : store.indexed()) {
            if (attribute.syntax() == AttributeSyntax.DN) {
                EntryName now = deleted && attribute.linked() ? null : to;
                for (EntrySlot source : new ArrayList<>(store.indexedOrNone(attribute, from.key()))) {
                    relink(source, attribute, from, now);
                }
            }
        }
    }

    private void relink(EntrySlot source, AttributeDefinition attribute, EntryName from, @Nullable EntryName to) {
        List<ASN1OctetString> values =
                new ArrayList<>(Arrays.asList(source.entry().values(attribute)));
        values.removeIf(value -> attribute.syntax().key(value).equals(from.key()));
        if (to != null) {
            values.add(new ASN1OctetString(to.text()));
        }
        Map<AttributeDefinition, Attribute> attributes = source.entry().copyOfAttributes();
        if (values.isEmpty()) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, StoredEntry.attribute(attribute, values));
        }
        ChangeMarks marks = source.entry()
                .changes()
                .relinked(attribute, from.key(), to == null ? null : new ASN1OctetString(to.text()));
        store.replace(source, source.entry().with(attributes).marked(marks), List.of(attribute));
    }

    private List<EntrySlot> withSubordinates(EntryName name) {
        if (!store.hasChildren(name)) {
            EntrySlot slot = store.find(name);
            return slot == null ? List.of() : new ArrayList<>(List.of(slot));
        }
        List<EntrySlot> found = new ArrayList<>(store.all());
        found.removeIf(slot -> !slot.entry().name().isUnderOrEqual(name));
        return found;
    }

    private void put(Map<AttributeDefinition, Attribute> attributes, String name, String value) {
        AttributeDefinition attribute = schema.get(name);
        attributes.put(attribute, StoredEntry.attribute(attribute, value));
    }

    private static RDN rdn(String text) throws DirectoryRefusal {
        try {
            return new RDN(text);
        } catch (LDAPException malformed) {
            throw DirectoryRefusal.badName(text);
        }
    }
}
