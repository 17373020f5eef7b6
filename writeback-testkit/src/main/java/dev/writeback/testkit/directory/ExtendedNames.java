package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.Arrays;
import java.util.List;

/** Names with the id of their entries, {@code <GUID=...>;CN=...}, as the extended DN control asks for them. */
final class ExtendedNames {

    private final DirectorySchema schema;
    private final EntryStore store;
    private final AttributeDefinition objectGuid;
    private final AttributeDefinition objectSid;

    ExtendedNames(DirectorySchema schema, EntryStore store) {
        this.schema = schema;
        this.store = store;
        this.objectGuid = schema.get("objectGUID");
        this.objectSid = schema.get("objectSid");
    }

    /** The attributes, with ids before the names. The caller holds the lock of the store. */
    List<Attribute> in(List<Attribute> attributes) {
        return attributes.stream().map(this::extended).toList();
    }

    private Attribute extended(Attribute attribute) {
        AttributeDefinition definition = schema.find(attribute.getBaseName());
        if (definition == null || definition.syntax() != AttributeSyntax.DN) {
            return attribute;
        }
        return StoredEntry.attribute(
                attribute.getName(),
                Arrays.stream(attribute.getRawValues()).map(this::extended).toArray(ASN1OctetString[]::new));
    }

    private ASN1OctetString extended(ASN1OctetString name) {
        EntrySlot slot = store.findByText(name.stringValue());
        return slot == null ? name : new ASN1OctetString(of(slot.entry()));
    }

    /** The extended name of an entry; accounts and groups have a security identifier in it. */
    String of(StoredEntry entry) {
        ASN1OctetString[] guid = entry.values(objectGuid);
        ASN1OctetString[] sid = entry.values(objectSid);
        return (guid.length == 0 ? "" : "<GUID=" + ObjectGuid.toUuid(guid[0].getValue()) + ">;")
                + (sid.length == 0 ? "" : "<SID=" + SidText.of(sid[0].getValue()) + ">;")
                + entry.name().text();
    }
}
