package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names with the id of their entries, {@code <GUID=...>;CN=...}, as the extended DN control asks for them. */
final class ExtendedNames {

    private final DirectorySchema schema;
    private final EntryStore store;
    private final AttributeDefinition objectGuid;

    ExtendedNames(DirectorySchema schema, EntryStore store) {
        this.schema = schema;
        this.store = store;
        this.objectGuid = schema.get("objectGUID");
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
        @Nullable EntrySlot slot = store.findByText(name.stringValue());
        Attribute guid = slot == null ? null : slot.entry().get(objectGuid);
        byte @Nullable [] octets = guid == null ? null : guid.getValueByteArray();
        return octets == null
                ? name
                : new ASN1OctetString("<GUID=%s>;%s".formatted(ObjectGuid.toUuid(octets), name.stringValue()));
    }
}
