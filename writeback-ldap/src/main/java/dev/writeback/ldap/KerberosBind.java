package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.LdapSettings.Tls;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/**
 * Signs in with Kerberos. Without TLS, Kerberos signs and encrypts what follows; inside TLS it does neither, because Active
 * Directory refuses both at once ([MS-ADTS] 5.1.2.1), and is bound to the server's certificate instead.
 */
final class KerberosBind implements Authentication {

    /** Where the JDK's GSSAPI mechanism looks for the channel binding; its own LDAP client sets it there too. */
    private static final String CHANNEL_BINDING = "jdk.internal.sasl.tlschannelbinding";

    private static final String SERVICE = "ldap";

    private final KerberosLogin login;
    private final Tls tls;

    KerberosBind(KerberosLogin login, Tls tls) {
        this.login = login;
        this.tls = tls;
    }

    @Override
    public void signIn(LDAPConnection connection, String host) throws LDAPException {
        PrivilegedExceptionAction<?> bind = () -> connection.bind(new GssapiRequest(client(connection, host)));
        try {
            Subject.doAs(login.subject(), bind);
        } catch (PrivilegedActionException failure) {
            throw told(failure.getException(), host);
        }
    }

    private SaslClient client(LDAPConnection connection, String host) throws LDAPException, SaslException {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Sasl.SERVER_AUTH, "true");
        if (tls == Tls.NONE) {
            properties.put(Sasl.QOP, "auth-conf");
        } else {
            properties.put(Sasl.QOP, "auth");
            properties.put(CHANNEL_BINDING, ChannelBinding.of(connection.getSSLSession()));
        }
        return Sasl.createSaslClient(
                new String[] {GssapiRequest.MECHANISM}, null, SERVICE, host, properties, callbacks -> {});
    }

    /** What the directory answers stays; what Kerberos did not bring about is told. */
    private LDAPException told(Exception failure, String host) {
        return failure instanceof LDAPException answer
                        && !answer.getResultCode().equals(ResultCode.LOCAL_ERROR)
                ? answer
                : KerberosFault.told(login.method(), host, failure);
    }
}
