package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Whether a connection that has been idle still leads somewhere: servers and firewalls cut those without a word. It asks
 * for the rootDSE, which every server has, and not who the account is, which not every one tells.
 */
final class Liveness {

    private static final Duration TRUSTED = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InstantSource time;

    Liveness(InstantSource time) {
        this.time = time;
    }

    /** Whether nothing was heard on it for so long that it must be asked. */
    boolean isDoubtful(LDAPConnection connection) {
        return time.millis() - connection.getLastCommunicationTime() > TRUSTED.toMillis();
    }

    boolean answers(LDAPConnection connection) {
        SearchRequest request =
                new SearchRequest("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1");
        request.setResponseTimeoutMillis(PATIENCE.toMillis());
        try {
            connection.search(request);
            return true;
        } catch (LDAPException cut) {
            return cut.getResultCode().isConnectionUsable();
        }
    }
}
