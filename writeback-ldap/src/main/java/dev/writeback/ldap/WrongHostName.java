package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import javax.net.ssl.SSLSocket;

/** That a certificate is for another host; a class of its own, because the SDK's exception does not say so. */
final class WrongHostName extends LDAPException {

    private static final long serialVersionUID = 1;

    private WrongHostName(LDAPException cause) {
        super(cause.getResultCode(), String.valueOf(cause.getMessage()), cause);
    }

    /** Looks whether a certificate is for the host that was asked for. */
    static SSLSocketVerifier verifier() {
        HostNameSSLSocketVerifier names = new HostNameSSLSocketVerifier(true);
        return new SSLSocketVerifier() {
            @Override
            public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
                try {
                    names.verifySSLSocket(host, port, socket);
                } catch (LDAPException wrong) {
                    throw new WrongHostName(wrong);
                }
            }
        };
    }
}
