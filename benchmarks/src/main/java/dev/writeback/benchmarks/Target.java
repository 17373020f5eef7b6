package dev.writeback.benchmarks;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dev.writeback.ldap.LdapDirectory;
import dev.writeback.ldap.LdapSettings;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server to measure against, without TLS, so that no side pays for it.
 *
 * @param url for instance {@code ldap://127.0.0.1:389}
 * @param base below which the users are
 * @param bindDn who signs in
 * @param password with which password
 */
record Target(String url, String base, String bindDn, String password) {

    /** An entry to write. */
    record User(String dn, ObjectGuid guid) {}

    /** The same server by another address, for instance that of a wire that counts. */
    Target by(String otherUrl) {
        return new Target(otherUrl, base, bindDn, password);
    }

    /** A connection over which one request after the other goes. */
    LDAPConnection connect() throws LDAPException {
        return connect(true);
    }

    /** A connection over which several requests may be on their way. */
    LDAPConnection connectAsync() throws LDAPException {
        return connect(false);
    }

    private LDAPConnection connect(boolean synchronous) throws LDAPException {
        LDAPURL address = new LDAPURL(url);
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(synchronous);
        String host = Objects.requireNonNull(address.getHost(), "the URL names no host");
        return new LDAPConnection(options, host, address.getPort(), bindDn, password);
    }

    LdapDirectory directory(int connections) {
        return LdapDirectory.open(LdapSettings.builder()
                .servers(List.of(url))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of(base))
                .bind(bindDn, password::toCharArray)
                .connections(connections)
                .build());
    }

    /** The first users that the server gives. */
    List<User> users(int atMost) throws LDAPException {
        List<User> users = new ArrayList<>();
        try (LDAPConnection connection = connect()) {
            @Nullable ASN1OctetString cookie = null;
            do {
                SearchRequest request = new SearchRequest(
                        base, SearchScope.SUB, "(&(objectClass=person)(sAMAccountName=user*))", "objectGUID");
                request.addControl(new SimplePagedResultsControl(1000, cookie));
                SearchResult page = connection.search(request);
                for (SearchResultEntry entry : Objects.requireNonNull(page.getSearchEntries())) {
                    byte[] guid = Objects.requireNonNull(entry.getAttributeValueBytes("objectGUID"));
                    users.add(new User(entry.getDN(), ObjectGuid.ofBytes(guid)));
                }
                SimplePagedResultsControl next = SimplePagedResultsControl.get(page);
                cookie = next != null && next.moreResultsToReturn() ? next.getCookie() : null;
            } while (cookie != null && users.size() < atMost);
        }
        return List.copyOf(users.subList(0, Math.min(atMost, users.size())));
    }
}
