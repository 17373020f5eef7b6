package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Active Directory gives accounts and groups that come without it ([MS-ADTS] 3.1.1.5.2.2 and [MS-SAMR] 3.1.1.8). */
final class AccountDefaults {

    private static final String NEVER = Long.toString(Long.MAX_VALUE);

    /** A user that is not enabled, needs no password and is in the group of all users of the domain. */
    private static final Map<String, String> OF_USERS = Map.ofEntries(
            Map.entry("accountExpires", NEVER),
            Map.entry("badPasswordTime", "0"),
            Map.entry("badPwdCount", "0"),
            Map.entry("codePage", "0"),
            Map.entry("countryCode", "0"),
            Map.entry("lastLogoff", "0"),
            Map.entry("lastLogon", "0"),
            Map.entry("logonCount", "0"),
            Map.entry("primaryGroupID", "513"),
            Map.entry("pwdLastSet", "0"),
            Map.entry("sAMAccountType", "805306368"),
            Map.entry("userAccountControl", "546"));

    /** A global security group. */
    private static final Map<String, String> OF_GROUPS =
            Map.of("groupType", "-2147483646", "sAMAccountType", "268435456");

    private final Map<AttributeDefinition, Attribute> ofUsers;
    private final Map<AttributeDefinition, Attribute> ofGroups;

    AccountDefaults(DirectorySchema schema) {
        ofUsers = attributes(schema, OF_USERS);
        ofGroups = attributes(schema, OF_GROUPS);
    }

    /** Whether an entry of these classes has a security identifier. */
    static boolean isAccount(Set<String> classes) {
        return classes.contains("user") || classes.contains("group");
    }

    /** Adds what an entry of these classes lacks. Entries share the attributes, which do not change. */
    void complete(Set<String> classes, Map<AttributeDefinition, Attribute> attributes) {
        if (classes.contains("user")) {
            ofUsers.forEach(attributes::putIfAbsent);
        } else if (classes.contains("group")) {
            ofGroups.forEach(attributes::putIfAbsent);
        }
    }

    private static Map<AttributeDefinition, Attribute> attributes(DirectorySchema schema, Map<String, String> values) {
        Map<AttributeDefinition, Attribute> attributes = new LinkedHashMap<>();
        values.keySet().stream().sorted().map(schema::get).forEach(attribute -> {
            ASN1OctetString value = new ASN1OctetString(values.get(attribute.name()));
            attributes.put(attribute, StoredEntry.attribute(attribute, List.of(value)));
        });
        return attributes;
    }
}
