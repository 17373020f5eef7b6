package dev.writeback.testkit.controller;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search with the DirSync control.
 *
 * @param connection where it is asked
 * @param base the root of a naming context
 * @param scope its scope
 * @param flags the flags of the control
 * @param after the cookie; null to begin
 */
record SyncCall(
        LDAPConnection connection,
        String base,
        SearchScope scope,
        int flags,
        @Nullable ASN1OctetString after) {

    private static final int MUCH = 10_000_000;

    /**
     * What changed.
     *
     * @param entries the entries
     * @param cookie where to go on
     */
    record Told(List<SearchResultEntry> entries, ASN1OctetString cookie) {}

    /** The administrator asks for everything in the domain. */
    static SyncCall of(Workplace place) {
        return new SyncCall(place.administrator(), place.domain(), SearchScope.SUB, 0, null);
    }

    SyncCall as(LDAPConnection other) {
        return new SyncCall(other, base, scope, flags, after);
    }

    SyncCall below(String other) {
        return new SyncCall(connection, other, scope, flags, after);
    }

    SyncCall in(SearchScope other) {
        return new SyncCall(connection, base, other, flags, after);
    }

    SyncCall flags(int other) {
        return new SyncCall(connection, base, scope, other, after);
    }

    SyncCall after(ASN1OctetString cookie) {
        return new SyncCall(connection, base, scope, flags, cookie);
    }

    Told ask(String filter, String... attributes) throws LDAPException {
        SearchRequest request = new SearchRequest(base, scope, filter, attributes);
        request.addControl(new ActiveDirectoryDirSyncControl(true, flags, MUCH, after));
        SearchResult result = connection.search(request);
        ActiveDirectoryDirSyncControl next = ActiveDirectoryDirSyncControl.get(result);
        ASN1OctetString cookie = next == null ? null : next.getCookie();
        if (cookie == null) {
            throw new AssertionError("An answer of DirSync came without a cookie");
        }
        return new Told(List.copyOf(result.getSearchEntries()), cookie);
    }
}
