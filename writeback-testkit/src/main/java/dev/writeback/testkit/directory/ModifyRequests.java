package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/** Modifies entries: rights first, then the schema, then the values; atomic, and stamped only if something changed. */
final class ModifyRequests {

    private static final String ADMINISTRATORS = "1";

    private final DirectorySchema schema;
    private final EntryStore store;
    private final DirectoryNames names;
    private final ChangeStamps stamps;
    private final ValueChecks checks;
    private final UniqueNames unique;
    private final AttributeDefinition adminCount;
    private final AttributeDefinition objectClass;
    private final AttributeDefinition accountName;

    ModifyRequests(DirectorySchema schema, EntryStore store, DirectoryNames names, ChangeStamps stamps) {
        this.schema = schema;
        this.store = store;
        this.names = names;
        this.stamps = stamps;
        this.checks = new ValueChecks(store, names);
        this.unique = new UniqueNames(schema, store);
        this.adminCount = schema.get("adminCount");
        this.objectClass = schema.get("objectClass");
        this.accountName = schema.get("sAMAccountName");
    }

    void modify(String dn, List<Modification> modifications, boolean permissive, Rights rights)
            throws DirectoryRefusal {
        if (dn.isEmpty()) {
            throw DirectoryRefusal.unwilling();
        }
        Lock lock = store.lock().writeLock();
        lock.lock();
        try {
            EntrySlot slot = names.resolve(dn);
            checkRights(slot.entry(), modifications, rights);
            EntryEdit edit = new EntryEdit(slot.entry(), checks, permissive);
            Set<AttributeDefinition> touched = new LinkedHashSet<>();
            for (Modification modification : modifications) {
                AttributeDefinition attribute = writable(slot.entry(), modification.getAttributeName());
                edit.apply(attribute, modification);
                touched.add(attribute);
            }
            complete(slot, edit, touched);
        } finally {
            lock.unlock();
        }
    }

    private void complete(EntrySlot slot, EntryEdit edit, Set<AttributeDefinition> touched) throws DirectoryRefusal {
        Set<AttributeDefinition> changed = new LinkedHashSet<>();
        for (AttributeDefinition attribute : touched) {
            if (edit.changes(attribute)) {
                changed.add(attribute);
                checkOutcome(slot, edit.attributes(), attribute);
            } else {
                edit.restore(attribute);
            }
        }
        if (!changed.isEmpty()) {
            EntrySize.check(edit.attributes());
            ChangeMarks.Mark mark = stamps.changed(edit.attributes());
            StoredEntry after = slot.entry().with(edit.attributes());
            if (changed.contains(objectClass)) {
                after = after.of(ClassChange.of(after, objectClass, schema));
            }
            store.replace(slot, after.marked(marks(slot.entry(), after, changed, mark)), touched);
        }
    }

    private static ChangeMarks marks(
            StoredEntry before, StoredEntry after, Set<AttributeDefinition> changed, ChangeMarks.Mark mark) {
        ChangeMarks marks = before.changes();
        for (AttributeDefinition attribute : changed) {
            marks = marks.with(attribute, mark, before.values(attribute), after.values(attribute));
        }
        return marks;
    }

    private void checkOutcome(
            EntrySlot slot, Map<AttributeDefinition, Attribute> attributes, AttributeDefinition changed)
            throws DirectoryRefusal {
        Attribute now = attributes.get(changed);
        if (now == null) {
            if (changed == accountName) {
                throw DirectoryRefusal.keptByAccounts();
            }
            if (schema.required(slot.entry().classes()).contains(changed)) {
                throw DirectoryRefusal.missingRequired();
            }
            return;
        }
        unique.check(slot, changed, now);
    }

    private void checkRights(StoredEntry entry, List<Modification> modifications, Rights rights)
            throws DirectoryRefusal {
        boolean privileged = isPrivileged(entry);
        for (Modification modification : modifications) {
            AttributeDefinition attribute = schema.find(modification.getAttributeName());
            if (attribute == null) {
                throw DirectoryRefusal.unknownAttribute();
            }
            if (!rights.mayWrite(attribute, entry, privileged)) {
                throw DirectoryRefusal.noRight();
            }
        }
    }

    /** Whether the directory protects the entry as a member of an administrative group. */
    boolean isPrivileged(StoredEntry entry) {
        ASN1OctetString[] values = entry.values(adminCount);
        return values.length == 1 && values[0].stringValue().equals(ADMINISTRATORS);
    }

    private AttributeDefinition writable(StoredEntry entry, String name) throws DirectoryRefusal {
        AttributeDefinition attribute = schema.find(name);
        if (attribute == null) {
            throw DirectoryRefusal.unknownAttribute();
        }
        switch (attribute.access()) {
            case SYSTEM, CONSTRUCTED -> throw AttributeRefusal.SYSTEM_ONLY.of(attribute);
            case OWNED, BACK_LINK -> throw DirectoryRefusal.unwilling();
            case CLIENTS -> {
                // Falls through to the checks that follow.
            }
        }
        if (attribute.name().equals("name") || entry.name().isNamedBy(attribute)) {
            throw DirectoryRefusal.namingAttribute();
        }
        if (!schema.allowed(entry.classes()).contains(attribute)) {
            throw DirectoryRefusal.notInClass();
        }
        return attribute;
    }
}
