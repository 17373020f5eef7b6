package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import com.unboundid.util.ssl.TrustAllSSLSocketVerifier;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

/** Looks, once the handshake is over, whether it was completed and whether the certificate is for the host. */
final class PeerVerifier extends SSLSocketVerifier {

    private final SSLSocketVerifier names;

    PeerVerifier(LdapSettings settings) {
        this.names = settings.verifiesHostName()
                ? new HostNameSSLSocketVerifier(true)
                : TrustAllSSLSocketVerifier.getInstance();
    }

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        if (!socket.getSession().isValid()) {
            throw new LDAPException(
                    ResultCode.CONNECT_ERROR,
                    "the TLS handshake was not completed in time",
                    new SocketTimeoutException("the TLS handshake was not completed in time"));
        }
        try {
            names.verifySSLSocket(host, port, socket);
        } catch (LDAPException wrong) {
            throw new WrongHostName(wrong);
        }
    }

    /** That a certificate is for another host; a class of its own, because the SDK's exception does not say so. */
    static final class WrongHostName extends LDAPException {
        private static final long serialVersionUID = 1;

        private WrongHostName(LDAPException cause) {
            super(cause.getResultCode(), String.valueOf(cause.getMessage()), cause);
        }
    }
}
