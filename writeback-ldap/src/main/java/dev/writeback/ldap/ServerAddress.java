package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import dev.writeback.ldap.LdapSettings.Tls;
import java.util.Locale;

/**
 * Where a server listens.
 *
 * @param host its name or address, in lower case
 * @param port its port
 */
record ServerAddress(String host, int port) {

    /**
     * The address in a URL.
     *
     * @throws IllegalArgumentException if it is none, or does not go with that kind of protection
     */
    static ServerAddress of(String url, Tls tls) {
        LDAPURL parsed;
        try {
            parsed = new LDAPURL(url);
        } catch (LDAPException notAUrl) {
            throw new IllegalArgumentException(
                    "server '%s' is not a URL like ldaps://dc1.corp.example:636".formatted(url), notAUrl);
        }
        String host = parsed.getHost();
        if (host == null || !parsed.hostProvided() || parsed.baseDNProvided() || parsed.filterProvided()) {
            throw new IllegalArgumentException(
                    "server '%s' must be only a host and a port, like ldaps://dc1.corp.example:636".formatted(url));
        }
        String scheme = parsed.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals(tls == Tls.LDAPS ? "ldaps" : "ldap")) {
            throw new IllegalArgumentException(misfit(url, scheme, tls));
        }
        return new ServerAddress(host.toLowerCase(Locale.ROOT), parsed.getPort());
    }

    private static String misfit(String url, String scheme, Tls tls) {
        if (scheme.equals("ldap")) {
            return "server '%s' is not encrypted: use ldaps://, or ldap:// with StartTLS (tls mode START_TLS); only tls mode NONE allows it in the clear"
                    .formatted(url);
        }
        return "server '%s' does not go with tls mode %s, which needs ldap://".formatted(url, tls);
    }

    /** {@code host:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
