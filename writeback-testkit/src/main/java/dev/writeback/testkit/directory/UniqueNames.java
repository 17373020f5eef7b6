package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that only one entry may bear. Mail addresses are not among them: Active Directory lets several share one. */
final class UniqueNames {

    private final EntryStore store;
    private final AttributeDefinition accountName;
    private final AttributeDefinition principalName;

    UniqueNames(DirectorySchema schema, EntryStore store) {
        this.store = store;
        this.accountName = schema.get("sAMAccountName");
        this.principalName = schema.get("userPrincipalName");
    }

    /** Refuses a name that another entry has; {@code slot} is null for an entry that is not there yet. */
    void check(@Nullable EntrySlot slot, AttributeDefinition attribute, Attribute now) throws DirectoryRefusal {
        if (attribute == accountName && isTaken(slot, attribute, now)) {
            throw DirectoryRefusal.exists();
        }
        if (attribute == principalName && isTaken(slot, attribute, now)) {
            throw AttributeRefusal.NAME_TAKEN.of(attribute);
        }
    }

    private boolean isTaken(@Nullable EntrySlot slot, AttributeDefinition attribute, Attribute now) {
        for (ASN1OctetString value : now.getRawValues()) {
            Set<EntrySlot> holders = store.index(attribute, attribute.syntax().key(value));
            if (holders != null && holders.stream().anyMatch(holder -> slot == null || !holder.equals(slot))) {
                return true;
            }
        }
        return false;
    }
}
