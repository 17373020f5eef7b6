package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What an entry is named by for good, and how requests address it. */
enum EntryNaming {
    /** Active Directory: {@code objectGUID}, and {@code <GUID=...>} in place of a DN ([MS-ADTS] 3.1.1.3.1.2.4). */
    ACTIVE_DIRECTORY("objectGUID", "distinguishedName"),
    /** A server with Active Directory's {@code objectGUID} that knows entries by their DN only. */
    OBJECT_GUID("objectGUID", "entryDN"),
    /** Any other: {@code entryUUID} (RFC 4530), {@code entryDN} (RFC 5020). */
    ENTRY_UUID("entryUUID", "entryDN");

    private final String idAttribute;
    private final String dnAttribute;

    EntryNaming(String idAttribute, String dnAttribute) {
        this.idAttribute = idAttribute;
        this.dnAttribute = dnAttribute;
    }

    String idAttribute() {
        return idAttribute;
    }

    /** Finds the entry of this id. */
    Filter byGuid(ObjectGuid guid) {
        return this == ENTRY_UUID
                ? Filter.createEqualityFilter(idAttribute, guid.toString())
                : Filter.createEqualityFilter(idAttribute, guid.toBytes());
    }

    /** Finds the entry of this name. */
    Filter byDn(Dn dn) {
        return Filter.createEqualityFilter(dnAttribute, dn.value());
    }

    /** The id of an entry that was read; nothing if it shows none that can be read. */
    Optional<EntryId> id(SearchResultEntry entry) {
        byte[] id = entry.getAttributeValueBytes(idAttribute);
        return id == null
                ? Optional.empty()
                : guid(id).flatMap(guid -> Dn.ifValid(entry.getDN()).map(dn -> new EntryId(guid, dn)));
    }

    /** What a request names the entry by: what stays when it is renamed, where the server knows that. */
    String target(EntryId entry) {
        return this == ACTIVE_DIRECTORY
                ? "<GUID=" + entry.guid() + ">"
                : entry.dn().value();
    }

    private Optional<ObjectGuid> guid(byte[] id) {
        if (this != ENTRY_UUID) {
            return id.length == ObjectGuid.LENGTH ? Optional.of(ObjectGuid.ofBytes(id)) : Optional.empty();
        }
        try {
            return Optional.of(new ObjectGuid(UUID.fromString(new String(id, StandardCharsets.US_ASCII))));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }
}
