package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The attributes that are computed when somebody asks for them by name. */
final class ConstructedAttributes {

    /** Whether the server tells when single attributes were changed. */
    enum Metadata {
        SHOWN,
        HIDDEN
    }

    private final DirectorySchema schema;
    private final Metadata metadata;
    private final Predicate<StoredEntry> privileged;
    private final AttributeDefinition whenCreated;
    private final AttributeDefinition whenChanged;
    private final AttributeDefinition objectClass;
    private final AttributeDefinition objectSid;

    ConstructedAttributes(DirectorySchema schema, Metadata metadata, Predicate<StoredEntry> privileged) {
        this.schema = schema;
        this.metadata = metadata;
        this.privileged = privileged;
        this.whenCreated = schema.get("whenCreated");
        this.whenChanged = schema.get("whenChanged");
        this.objectClass = schema.get("objectClass");
        this.objectSid = schema.get("objectSid");
    }

    @Nullable
    Attribute get(AttributeDefinition attribute, StoredEntry entry, Rights rights) {
        return switch (attribute.name().toLowerCase(Locale.ROOT)) {
            case "allowedattributes" -> names(attribute, entry, each -> true);
            case "allowedattributeseffective" -> {
                boolean protectedEntry = privileged.test(entry);
                yield names(attribute, entry, each -> each.writable() && rights.mayWrite(each, entry, protectedEntry));
            }
            case "msds-replattributemetadata" ->
                metadata == Metadata.SHOWN ? ReplicationMetadata.ofAttributes(attribute, entry) : null;
            case "msds-replvaluemetadata" ->
                metadata == Metadata.SHOWN ? ReplicationMetadata.ofLinks(attribute, entry) : null;
            case "createtimestamp" -> renamed(attribute, entry.values(whenCreated));
            case "modifytimestamp" -> renamed(attribute, entry.values(whenChanged));
            case "structuralobjectclass" -> renamed(attribute, entry.values(objectClass));
            case "primarygrouptoken" -> token(attribute, entry);
            case "canonicalname" -> StoredEntry.attribute(attribute, canonicalName(entry.name()));
            default -> null;
        };
    }

    private @Nullable Attribute names(
            AttributeDefinition attribute, StoredEntry entry, Predicate<AttributeDefinition> chosen) {
        List<ASN1OctetString> names = schema.allowed(entry.classes()).stream()
                .filter(chosen)
                .map(AttributeDefinition::name)
                .sorted()
                .map(ASN1OctetString::new)
                .toList();
        return names.isEmpty() ? null : StoredEntry.attribute(attribute, names);
    }

    private static @Nullable Attribute renamed(AttributeDefinition attribute, ASN1OctetString[] values) {
        return values.length == 0 ? null : StoredEntry.attribute(attribute, List.of(values));
    }

    private @Nullable Attribute token(AttributeDefinition attribute, StoredEntry entry) {
        ASN1OctetString[] sid = entry.values(objectSid);
        return sid.length == 0 || !entry.classes().contains("group")
                ? null
                : StoredEntry.attribute(attribute, Long.toString(SidText.relativeId(sid[0].getValue())));
    }

    private static String canonicalName(EntryName name) {
        StringBuilder path = new StringBuilder();
        for (EntryName at = name; !at.isRoot() && !at.rdn().hasAttribute("DC"); at = at.parent()) {
            path.insert(0, "/" + at.rdn().getAttributeValues()[0]);
        }
        return name.domain() + (path.length() == 0 ? "/" : path);
    }
}
