package com.example.nordwind;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which attributes a person may have: those of the mailbox that Writeback's built-in profile writes, and the anchors. */
final class PeopleSchema {

    static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");
    static final AttributeName MAIL = AttributeName.of("mail");
    static final AttributeName CONSISTENCY_GUID = AttributeName.of("mS-DS-ConsistencyGuid");
    static final AttributeName EXTERNAL_ID = AttributeName.of("msDS-ExternalDirectoryObjectId");

    private static final Map<AttributeName, AttributeSyntax> SYNTAXES = syntaxes();
    private static final Set<AttributeName> LISTS = Set.of(
            ADDRESSES,
            AttributeName.of("msExchExtensionCustomAttribute1"),
            AttributeName.of("msExchExtensionCustomAttribute2"),
            AttributeName.of("msExchExtensionCustomAttribute3"),
            AttributeName.of("msExchExtensionCustomAttribute4"),
            AttributeName.of("msExchExtensionCustomAttribute5"));

    private PeopleSchema() {}

    /** How its values compare; nothing if no person has such an attribute. */
    static Optional<AttributeSyntax> syntax(AttributeName attribute) {
        return Optional.ofNullable(SYNTAXES.get(attribute));
    }

    static boolean isList(AttributeName attribute) {
        return LISTS.contains(attribute);
    }

    private static Map<AttributeName, AttributeSyntax> syntaxes() {
        Map<AttributeName, AttributeSyntax> all = new LinkedHashMap<>();
        for (int i = 1; i <= 15; i++) {
            all.put(AttributeName.of("extensionAttribute" + i), AttributeSyntax.CASE_IGNORE);
        }
        for (int i = 1; i <= 5; i++) {
            all.put(AttributeName.of("msExchExtensionCustomAttribute" + i), AttributeSyntax.CASE_IGNORE);
        }
        all.put(ADDRESSES, AttributeSyntax.ADDRESS);
        all.put(MAIL, AttributeSyntax.CASE_IGNORE);
        all.put(AttributeName.of("msExchRecipientDisplayType"), AttributeSyntax.INTEGER);
        all.put(AttributeName.of("msExchRecipientTypeDetails"), AttributeSyntax.LARGE_INTEGER);
        all.put(AttributeName.of("msExchMailboxGuid"), AttributeSyntax.OCTETS);
        all.put(CONSISTENCY_GUID, AttributeSyntax.OCTETS);
        all.put(EXTERNAL_ID, AttributeSyntax.CASE_IGNORE);
        return Map.copyOf(all);
    }
}
