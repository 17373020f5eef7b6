package dev.writeback.engine.guard;

import dev.writeback.model.AttributeName;
import dev.writeback.model.DirectoryEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What kind of thing an entry is, as far as it may have a mailbox or an address; pure. */
final class EntryClass {

    static final AttributeName OBJECT_CLASS = AttributeName.of("objectClass");
    static final AttributeName ACCOUNT_TYPE = AttributeName.of("sAMAccountType");

    /** Machines, and with them domain controllers and managed service accounts, whose classes are derived from it. */
    private static final String COMPUTER = "computer";

    /** People, contacts, groups and public folders, of Active Directory and of other servers (RFC 4519, RFC 2798). */
    private static final Set<String> RECIPIENTS = Set.of(
            "user",
            "inetorgperson",
            "organizationalperson",
            "person",
            "account",
            "contact",
            "group",
            "groupofnames",
            "groupofuniquenames",
            "msexchdynamicdistributionlist",
            "publicfolder");

    /** Those of Active Directory whose every entry has an {@code objectSid}. */
    private static final Set<String> WITH_SID = Set.of("user", "group");

    /** SAM_MACHINE_ACCOUNT and SAM_TRUST_ACCOUNT ([MS-SAMR] 2.2.1.9). */
    private static final Set<String> NOBODYS = Set.of("805306369", "805306370");

    private EntryClass() {}

    /** Why an entry of its kind is not written, in a clause; nothing if it may be a recipient, or does not say. */
    static Optional<String> objection(DirectoryEntry entry) {
        Set<String> classes = classes(entry);
        if (classes.contains(COMPUTER)) {
            return Optional.of("it is the account of a computer or of a service");
        }
        if (entry.values(ACCOUNT_TYPE).stream().anyMatch(type -> NOBODYS.contains(type.toString()))) {
            return Optional.of("it is the account of a computer or of a trusted domain (sAMAccountType)");
        }
        return classes.isEmpty() || classes.stream().anyMatch(RECIPIENTS::contains)
                ? Optional.empty()
                : Optional.of("it is neither a person nor a contact nor a group (objectClass)");
    }

    static boolean hasSecurityIdentifier(DirectoryEntry entry) {
        return classes(entry).stream().anyMatch(WITH_SID::contains);
    }

    private static Set<String> classes(DirectoryEntry entry) {
        return entry.values(OBJECT_CLASS).stream()
                .map(name -> name.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
