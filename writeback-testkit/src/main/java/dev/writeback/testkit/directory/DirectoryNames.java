package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.RDN;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the names that clients use to entries: distinguished names in any spelling, {@code <GUID=...>}, {@code <SID=...>}. */
final class DirectoryNames {

    private static final String GUID = "<GUID=";
    private static final String SID = "<SID=";
    private static final RDN DELETED_OBJECTS = new RDN("CN", "Deleted Objects");

    private final EntryStore store;
    private final EntryName base;
    private final String domain;
    private final EntryName configuration;
    private final EntryName schemaContext;
    private final AttributeDefinition objectGuid;
    private final AttributeDefinition objectSid;

    DirectoryNames(DirectorySchema schema, EntryStore store, EntryName base) {
        this.store = store;
        this.objectGuid = schema.get("objectGUID");
        this.objectSid = schema.get("objectSid");
        this.base = base;
        this.domain = base.domain();
        this.configuration = base.child(new RDN("CN", "Configuration"));
        this.schemaContext = configuration.child(new RDN("CN", "Schema"));
    }

    EntryName base() {
        return base;
    }

    /** The DNS name of the domain, made of the DC components of the base. */
    String domain() {
        return domain;
    }

    /** The name of the configuration context. */
    EntryName configuration() {
        return configuration;
    }

    /** The name of the schema context. */
    EntryName schemaContext() {
        return schemaContext;
    }

    /** The name of the naming context that a name lies in. */
    EntryName context(EntryName name) {
        if (!name.isUnderOrEqual(configuration)) {
            return base;
        }
        return name.isUnderOrEqual(schemaContext) ? schemaContext : configuration;
    }

    /** The entry that a client names; the caller holds the lock of the store. */
    EntrySlot resolve(String text) throws DirectoryRefusal {
        EntrySlot exact = store.findByText(text);
        if (exact != null) {
            return exact;
        }
        if (isGuid(text)) {
            return byGuid(text);
        }
        if (text.regionMatches(true, 0, SID, 0, SID.length())) {
            return bySid(text);
        }
        EntryName name = parse(text);
        EntrySlot slot = store.find(name);
        if (slot == null) {
            throw missing(name);
        }
        return slot;
    }

    /** The name in a text, which need not be that of an entry. */
    EntryName parse(String text) throws DirectoryRefusal {
        EntryName name = EntryName.parse(text);
        if (name == null) {
            throw DirectoryRefusal.badName(text);
        }
        return name;
    }

    /** Why an entry that was asked for is not there. */
    DirectoryRefusal missing(EntryName name) {
        if (!name.isUnderOrEqual(base)) {
            String other = name.domain();
            return other.isEmpty()
                    ? DirectoryRefusal.noSuchObject(base)
                    : DirectoryRefusal.elsewhere(other, name.text());
        }
        EntryName superior = name;
        while (store.find(superior) == null && !superior.key().equals(base.key())) {
            superior = superior.parent();
        }
        return DirectoryRefusal.noSuchObject(superior);
    }

    /** Whether a name is that of the place of what was deleted, which itself is no entry here. */
    boolean isDeletedObjects(String text) {
        EntryName name = EntryName.parse(text);
        return name != null
                && Stream.of(base, configuration, schemaContext)
                        .anyMatch(
                                context -> context.child(DELETED_OBJECTS).key().equals(name.key()));
    }

    /** What is left of an entry that was deleted, by its name or its GUID; null if nothing is. */
    @Nullable
    StoredEntry buried(String text) throws DirectoryRefusal {
        byte[] guid = isGuid(text) ? guid(text) : null;
        EntryName name = guid == null ? EntryName.parse(text) : null;
        for (EntrySlot slot : store.tombstones()) {
            boolean same = guid == null
                    ? name != null && slot.entry().name().key().equals(name.key())
                    : slot.entry().holds(objectGuid, objectGuid.syntax().key(new ASN1OctetString(guid)));
            if (same) {
                return slot.entry();
            }
        }
        return null;
    }

    private static boolean isGuid(String text) {
        return text.regionMatches(true, 0, GUID, 0, GUID.length());
    }

    private static byte[] guid(String text) throws DirectoryRefusal {
        int end = text.indexOf('>');
        byte[] guid = end < 0 ? null : ObjectGuid.parse(text.substring(GUID.length(), end));
        if (guid == null) {
            throw DirectoryRefusal.badName(text);
        }
        return guid;
    }

    private EntrySlot bySid(String text) throws DirectoryRefusal {
        int end = text.indexOf('>');
        byte[] sid = end < 0 ? null : SidText.parse(text.substring(SID.length(), end));
        if (sid == null) {
            throw DirectoryRefusal.badName(text);
        }
        Set<EntrySlot> found = store.indexedOrNone(objectSid, objectSid.syntax().key(new ASN1OctetString(sid)));
        if (found.isEmpty()) {
            throw DirectoryRefusal.noSuchObject(base);
        }
        return found.iterator().next();
    }

    private EntrySlot byGuid(String text) throws DirectoryRefusal {
        byte[] guid = guid(text);
        EntrySlot slot = store.findByGuid(guid);
        if (slot == null) {
            throw DirectoryRefusal.noSuchObject(base);
        }
        return slot;
    }
}
