package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import java.util.Map;

/** How much one entry holds. */
final class EntrySize {

    /** The values that one entry holds; Active Directory's own limit lies between 1,200 and 1,300. */
    static final int MAX_VALUES = 1_250;

    private EntrySize() {}

    /** Refuses attributes with more values than one entry holds; links and what the server keeps do not count. */
    static void check(Map<AttributeDefinition, Attribute> attributes) throws DirectoryRefusal {
        int values = 0;
        for (Map.Entry<AttributeDefinition, Attribute> each : attributes.entrySet()) {
            values += counts(each.getKey()) ? each.getValue().size() : 0;
        }
        if (values > MAX_VALUES) {
            throw DirectoryRefusal.tooManyValues();
        }
    }

    private static boolean counts(AttributeDefinition attribute) {
        return attribute.writable() && !attribute.linked() && !attribute.name().equals("objectClass");
    }
}
