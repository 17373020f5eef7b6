package dev.writeback.ldap;

import com.unboundid.ldap.sdk.CachingNameResolver;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.NameResolver;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import dev.writeback.ldap.LdapSettings.Tls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How connections are made: protection, time-outs, sign-in. */
final class Transport {

    private final LdapSettings settings;
    private final @Nullable ReloadedTls tls;
    private final Authentication authentication;

    /**
     * @throws IllegalArgumentException if the CA file, the keytab or the client certificate cannot be used
     */
    Transport(LdapSettings settings) {
        this.settings = settings;
        Optional<SignInMethod.Certificate> certificate = settings.signIn() instanceof SignInMethod.External external
                ? Optional.of(external.certificate())
                : Optional.empty();
        this.tls = settings.tls() == Tls.NONE ? null : new ReloadedTls(settings.caFile(), certificate);
        this.authentication = Authentication.of(settings);
    }

    /** Keeps the address that a name first had, so that all connections of a pool end at one server. */
    static CachingNameResolver names() {
        return new CachingNameResolver(Integer.MAX_VALUE);
    }

    /** A pool without connections; they are made when they are asked for, and signed in. */
    LDAPConnectionPool pool(ServerAddress address, NameResolver names) {
        try {
            LDAPConnectionPool pool = new LDAPConnectionPool(
                    servers(address, names), null, 0, settings.connections(), new Steps(address), false);
            pool.setConnectionPoolName(address.toString());
            return pool;
        } catch (LDAPException cannotBe) {
            throw new IllegalStateException("a pool without connections could not be made", cannotBe);
        }
    }

    /** A connection of its own that is not signed in; the caller closes it. */
    LDAPConnection connect(ServerAddress address) throws LDAPException {
        LDAPConnection connection = servers(address, names()).getConnection();
        try {
            protect(connection);
            return connection;
        } catch (LDAPException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Signs a connection to that server in. */
    void signIn(LDAPConnection connection, ServerAddress address) throws LDAPException {
        authentication.signIn(connection, address.host());
    }

    private void protect(LDAPConnection connection) throws LDAPException {
        if (tls != null && settings.tls() == Tls.START_TLS) {
            new StartTLSPostConnectProcessor(tls.context()).processPreAuthenticatedConnection(connection);
        }
    }

    private ServerSet servers(ServerAddress address, NameResolver names) {
        LDAPConnectionOptions options = options(names);
        return tls != null && settings.tls() == Tls.LDAPS
                ? new SingleServerSet(
                        address.host(), address.port(), new TlsSockets(tls, settings.connectTimeout()), options)
                : new SingleServerSet(address.host(), address.port(), options);
    }

    private LDAPConnectionOptions options(NameResolver names) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(false); // several modifications are on their way at once
        options.setFollowReferrals(false);
        options.setUseSchema(false);
        long connectMillis = settings.connectTimeout().toMillis();
        options.setConnectTimeoutMillis(Math.toIntExact(connectMillis));
        options.setResponseTimeoutMillis(settings.responseTimeout().toMillis());
        options.setResponseTimeoutMillis(OperationType.BIND, connectMillis);
        // StartTLS, and who one is after the sign-in; there are no others.
        options.setResponseTimeoutMillis(OperationType.EXTENDED, connectMillis);
        options.setNameResolver(names);
        options.setSSLSocketVerifier(new PeerVerifier(settings));
        return options;
    }

    /** What a new connection of a pool goes through. */
    private final class Steps implements PostConnectProcessor {

        private final ServerAddress address;

        Steps(ServerAddress address) {
            this.address = address;
        }

        @Override
        public void processPreAuthenticatedConnection(LDAPConnection connection) throws LDAPException {
            protect(connection);
        }

        @Override
        public void processPostAuthenticatedConnection(LDAPConnection connection) throws LDAPException {
            signIn(connection, address);
        }
    }
}
