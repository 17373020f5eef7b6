package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** Signs connections in. Thread-safe. */
interface Authentication {

    /**
     * Makes a connection, which is protected by then as far as it is to be, the account's.
     *
     * @param host the host as the settings name it
     */
    void signIn(LDAPConnection connection, String host) throws LDAPException;

    /**
     * The way that the settings ask for.
     *
     * @throws IllegalArgumentException if what it needs cannot be used
     */
    static Authentication of(LdapSettings settings) {
        SignInMethod method = settings.signIn();
        if (method instanceof SignInMethod.Gssapi gssapi) {
            return new KerberosBind(new KerberosLogin(gssapi), settings.tls());
        }
        return method instanceof SignInMethod.Simple simple
                ? new PasswordBind(simple)
                : new CertificateBind(settings.tls());
    }
}
