package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a server says about itself. */
final class RootDse {

    /** Active Directory, and Active Directory in its lightweight edition ([MS-ADTS] 3.1.1.3.4.3). */
    private static final Set<String> ACTIVE_DIRECTORY = Set.of("1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1851");

    private static final String[] ATTRIBUTES = {
        "configurationNamingContext",
        "currentTime",
        "defaultNamingContext",
        "dnsHostName",
        "dsServiceName",
        "highestCommittedUSN",
        "namingContexts",
        "rootDomainNamingContext",
        "schemaNamingContext",
        "subschemaSubentry",
        "supportedCapabilities",
        "supportedControl",
        "vendorName",
        "vendorVersion"
    };

    private final SearchResultEntry entry;

    private RootDse(SearchResultEntry entry) {
        this.entry = entry;
    }

    static RootDse read(Session session) throws LDAPException {
        return session.search("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), ATTRIBUTES).stream()
                .findFirst()
                .map(RootDse::new)
                .orElseThrow(() -> new LDAPSearchException(
                        ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "the server does not show its root entry (rootDSE)"));
    }

    boolean isActiveDirectory() {
        return has("supportedCapabilities", ACTIVE_DIRECTORY);
    }

    boolean supportsControl(String oid) {
        return has("supportedControl", Set.of(oid));
    }

    Optional<String> value(String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute));
    }

    List<String> values(String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    OptionalLong highestCommittedUsn() {
        Long usn = entry.getAttributeValueAsLong("highestCommittedUSN");
        return usn == null ? OptionalLong.empty() : OptionalLong.of(usn);
    }

    private boolean has(String attribute, Set<String> wanted) {
        String[] values = entry.getAttributeValues(attribute);
        return values != null && Arrays.stream(values).anyMatch(wanted::contains);
    }
}
