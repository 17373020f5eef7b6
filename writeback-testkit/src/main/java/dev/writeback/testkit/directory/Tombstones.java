package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.RDN;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of an entry that was deleted: its identifiers, under another name and in another place ([MS-ADTS]
 * 3.1.1.5.5.1.1). Back links and values are gone.
 */
final class Tombstones {

    private static final List<String> KEPT = List.of(
            "objectClass", "instanceType", "objectGUID", "objectSid", "sAMAccountName", "uSNCreated", "whenCreated");

    private final DirectorySchema schema;
    private final DirectoryNames names;
    private final ChangeStamps stamps;

    Tombstones(DirectorySchema schema, DirectoryNames names, ChangeStamps stamps) {
        this.schema = schema;
        this.names = names;
        this.stamps = stamps;
    }

    /** The name that an entry has once it is deleted. */
    EntryName nameOf(StoredEntry entry) {
        byte[] guid = entry.values(schema.get("objectGUID"))[0].getValue();
        EntryName place = names.context(entry.name()).child(new RDN("CN", "Deleted Objects"));
        String rdn = entry.name().rdn().getAttributeValues()[0];
        String name = new RDN("CN", rdn) + "\\0ADEL:" + ObjectGuid.toUuid(guid);
        return EntryName.require(name + "," + place);
    }

    /** What is left of an entry under its new name. */
    StoredEntry of(StoredEntry entry, EntryName name) {
        Map<AttributeDefinition, Attribute> left = new LinkedHashMap<>();
        for (String each : KEPT) {
            Attribute kept = entry.get(schema.get(each));
            if (kept != null) {
                left.put(schema.get(each), kept);
            }
        }
        String own = name.rdn().getAttributeValues()[0];
        put(left, "cn", own);
        put(left, "name", own);
        put(left, "distinguishedName", name.text());
        put(left, "isDeleted", "TRUE");
        put(left, "lastKnownParent", entry.name().parent().text());
        ChangeMarks.Mark mark = stamps.changed(left);
        ChangeMarks marks = entry.changes();
        for (String each : List.of("name", "isDeleted", "lastKnownParent")) {
            AttributeDefinition attribute = schema.get(each);
            marks = marks.with(attribute, mark, entry.values(attribute), NONE);
        }
        return new StoredEntry(name, entry.classes(), left, marks);
    }

    private static final ASN1OctetString[] NONE = {};

    private void put(Map<AttributeDefinition, Attribute> attributes, String name, String value) {
        AttributeDefinition attribute = schema.get(name);
        attributes.put(attribute, StoredEntry.attribute(attribute, List.of(new ASN1OctetString(value))));
    }
}
