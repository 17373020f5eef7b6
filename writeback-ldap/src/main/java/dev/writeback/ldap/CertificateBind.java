package dev.writeback.ldap;

import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedResult;
import dev.writeback.ldap.LdapSettings.Tls;

/**
 * Signs in with the client certificate that TLS has shown to the server. Active Directory has done that by the time an
 * {@code ldaps://} connection is open, and refuses an EXTERNAL bind on one ([MS-ADTS] 5.1.1.1.2); other servers want the
 * bind. So on such a connection the server is asked first who it thinks this is.
 */
final class CertificateBind implements Authentication {

    /** An empty name, and not none at all, to which OpenLDAP answers that it waits for one (RFC 4422, appendix A). */
    private static final String AS_THE_CERTIFICATE_SAYS = "";

    private final Tls tls;

    CertificateBind(Tls tls) {
        this.tls = tls;
    }

    @Override
    public void signIn(LDAPConnection connection, String host) throws LDAPException {
        if (tls != Tls.LDAPS || !isSomebody(connection)) {
            connection.bind(new EXTERNALBindRequest(AS_THE_CERTIFICATE_SAYS));
        }
    }

    private static boolean isSomebody(LDAPConnection connection) throws LDAPException {
        ExtendedResult answer = connection.processExtendedOperation(new WhoAmIExtendedRequest());
        if (!answer.getResultCode().isConnectionUsable()) {
            throw new LDAPException(answer);
        }
        return answer.getResultCode().equals(ResultCode.SUCCESS)
                && answer instanceof WhoAmIExtendedResult who
                && who.getAuthorizationID() != null
                && !isNobody(who.getAuthorizationID());
    }

    /** How servers call one who has not signed in (RFC 4532, section 2.2). */
    private static boolean isNobody(String authorizationId) {
        return authorizationId.isEmpty() || authorizationId.equals("dn:") || authorizationId.equals("u:");
    }
}
