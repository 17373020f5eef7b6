package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Entries may gain and lose auxiliary classes; what they are in the first place they stay. */
final class ClassChange {

    private ClassChange() {}

    /** The classes of an entry after its attribute objectClass was changed. */
    static Set<String> of(StoredEntry changed, AttributeDefinition objectClass, DirectorySchema schema)
            throws DirectoryRefusal {
        List<String> stated = new ArrayList<>();
        for (ASN1OctetString value : changed.values(objectClass)) {
            if (schema.objectClass(value.stringValue()) == null) {
                throw DirectoryRefusal.unknownAttribute();
            }
            stated.add(value.stringValue());
        }
        List<String> classes = schema.withSuperiors(stated);
        boolean kept = changed.classes().stream().filter(schema::isStructural).allMatch(stated::contains);
        if (classes == null || !kept) {
            throw DirectoryRefusal.classViolation();
        }
        return new LinkedHashSet<>(classes);
    }
}
