package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
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

    /** A read-only domain controller ([MS-ADTS] 3.1.1.3.4.3). */
    private static final String READ_ONLY = "1.2.840.113556.1.4.1920";

    private static final String[] ATTRIBUTES = {
        "configurationNamingContext",
        "currentTime",
        "defaultNamingContext",
        "dnsHostName",
        "dsServiceName",
        "highestCommittedUSN",
        "isGlobalCatalogReady",
        "isSynchronized",
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
        return of(session.search("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), ATTRIBUTES));
    }

    /** The same over a connection that is nobody's yet. */
    static RootDse read(LDAPConnection connection) throws LDAPException {
        return of(Session.entries(
                connection.search("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), ATTRIBUTES)));
    }

    private static RootDse of(List<SearchResultEntry> found) throws LDAPException {
        return found.stream()
                .findFirst()
                .map(RootDse::new)
                .orElseThrow(() -> new LDAPSearchException(
                        ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "the server does not show its root entry (rootDSE)"));
    }

    boolean isActiveDirectory() {
        return has("supportedCapabilities", ACTIVE_DIRECTORY);
    }

    /** Whether it is a domain controller that takes no writes. */
    boolean isReadOnly() {
        return isActiveDirectory() && has("supportedCapabilities", Set.of(READ_ONLY));
    }

    /** Whether it has all that its partners had when it was started ([MS-ADTS] 3.1.1.3.2.26); a server that does not say has. */
    boolean isSynchronized() {
        return !"FALSE".equalsIgnoreCase(entry.getAttributeValue("isSynchronized"));
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
