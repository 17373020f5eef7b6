package dev.writeback.ldap;

import com.unboundid.ldap.sdk.CachingNameResolver;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.NameResolver;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PasswordProvider;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import dev.writeback.ldap.LdapSettings.Tls;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How connections are made: protection, time-outs, sign-in. */
final class Transport {

    private final LdapSettings settings;
    private final @Nullable SSLContext tls;

    /**
     * @throws IllegalArgumentException if the CA file cannot be used
     */
    Transport(LdapSettings settings) {
        this.settings = settings;
        this.tls = settings.tls() == Tls.NONE ? null : TrustedAuthorities.context(settings.caFile());
    }

    /** Keeps the address that a name first had, so that all connections of a pool end at one server. */
    static CachingNameResolver names() {
        return new CachingNameResolver(Integer.MAX_VALUE);
    }

    /** A pool without connections; they are made when they are asked for, and signed in. */
    LDAPConnectionPool pool(ServerAddress address, NameResolver names) {
        try {
            LDAPConnectionPool pool = new LDAPConnectionPool(
                    servers(address, names), signIn(), 0, settings.connections(), protection(), false);
            pool.setConnectionPoolName(address.toString());
            return pool;
        } catch (LDAPException cannotBe) {
            throw new IllegalStateException("a pool without connections could not be made", cannotBe);
        }
    }

    /** A connection of its own that is not signed in; the caller closes it. */
    LDAPConnection connect(ServerAddress address) throws LDAPException {
        LDAPConnection connection = servers(address, names()).getConnection();
        PostConnectProcessor protection = protection();
        if (protection != null) {
            try {
                protection.processPreAuthenticatedConnection(connection);
            } catch (LDAPException failure) {
                connection.close();
                throw failure;
            }
        }
        return connection;
    }

    SimpleBindRequest signIn() {
        return new SimpleBindRequest(settings.bindDn(), new Password(settings.password()));
    }

    private ServerSet servers(ServerAddress address, NameResolver names) {
        LDAPConnectionOptions options = options(names);
        return tls != null && settings.tls() == Tls.LDAPS
                ? new SingleServerSet(
                        address.host(), address.port(), new TlsSockets(tls, settings.connectTimeout()), options)
                : new SingleServerSet(address.host(), address.port(), options);
    }

    private @Nullable PostConnectProcessor protection() {
        return tls != null && settings.tls() == Tls.START_TLS ? new StartTLSPostConnectProcessor(tls) : null;
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
        options.setResponseTimeoutMillis(OperationType.EXTENDED, connectMillis); // StartTLS; there is no other
        options.setNameResolver(names);
        options.setSSLSocketVerifier(new PeerVerifier(settings));
        return options;
    }

    /** Asks for the password anew at each sign-in, so that it may be changed while the program runs. */
    private static final class Password extends PasswordProvider {
        private static final long serialVersionUID = 1;

        private final transient Supplier<char[]> source;

        Password(Supplier<char[]> source) {
            this.source = source;
        }

        @Override
        public byte[] getPasswordBytes() throws LDAPException {
            char[] characters = characters();
            if (characters.length == 0) {
                // A simple bind with an empty password succeeds, as nobody (RFC 4513, section 5.1.2).
                throw new LDAPException(ResultCode.PARAM_ERROR, "it is empty");
            }
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
            Arrays.fill(characters, '\0');
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            encoded.clear();
            encoded.put(new byte[encoded.capacity()]);
            return bytes;
        }

        private char[] characters() throws LDAPException {
            try {
                return source.get();
            } catch (RuntimeException fault) {
                throw new LDAPException(ResultCode.PARAM_ERROR, "its source failed", fault);
            }
        }
    }
}
