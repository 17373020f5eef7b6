package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.RDN;

/** From the names that clients use to entries: distinguished names in any spelling, and {@code <GUID=...>}. */
final class DirectoryNames {

    private static final String GUID = "<GUID=";

    private final EntryStore store;
    private final EntryName base;
    private final String domain;
    private final EntryName configuration;
    private final EntryName schemaContext;

    DirectoryNames(EntryStore store, EntryName base) {
        this.store = store;
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
        if (text.regionMatches(true, 0, GUID, 0, GUID.length())) {
            return byGuid(text);
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

    private EntrySlot byGuid(String text) throws DirectoryRefusal {
        int end = text.indexOf('>');
        byte[] guid = end < 0 ? null : ObjectGuid.parse(text.substring(GUID.length(), end));
        if (guid == null) {
            throw DirectoryRefusal.badName(text);
        }
        EntrySlot slot = store.findByGuid(guid);
        if (slot == null) {
            throw DirectoryRefusal.noSuchObject(base);
        }
        return slot;
    }
}
