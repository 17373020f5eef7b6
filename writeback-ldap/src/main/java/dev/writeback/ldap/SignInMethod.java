package dev.writeback.ldap;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to a directory. What it needs, be it a password, a file or a ticket, is read anew for each connection that
 * signs in, so that it may be changed while the program runs. Immutable and thread-safe.
 *
 * <pre>{@code
 * SignInMethod.simple("CN=writeback,OU=Service,DC=corp,DC=example", () -> secrets.password())
 * SignInMethod.keytab("svc-writeback@CORP.EXAMPLE", Path.of("writeback.keytab"))
 * SignInMethod.ticketCache("svc-writeback@CORP.EXAMPLE", Path.of("/run/writeback/krb5cc"))
 * SignInMethod.certificate(Path.of("client.pem"), Path.of("client-key.pem"))
 * }</pre>
 */
public sealed interface SignInMethod {

    /** The account's name, as far as it is known on this side; for messages. */
    String account();

    /**
     * A name and a password (a simple bind). Servers may refuse it without TLS, and should.
     *
     * @param dn the account's DN; Active Directory also takes {@code name@domain} and {@code DOMAIN\name}
     * @param password asked for each time that a connection signs in, from any thread; the array is overwritten after
     *     use, so give a fresh one each time
     */
    record Simple(String dn, Supplier<char[]> password) implements SignInMethod {
        @Override
        public String account() {
            return dn;
        }

        /** The account alone. */
        @Override
        public String toString() {
            return "simple as " + dn;
        }
    }

    /**
     * Kerberos (SASL GSSAPI, RFC 4752). Servers must be named as their service principals are, {@code ldap/HOST}, so by
     * host names, not by addresses. Without TLS everything on the connection is signed and encrypted by Kerberos; over
     * TLS it is left to TLS, because Active Directory refuses both at once, and the sign-in is bound to the server's
     * certificate ({@code tls-server-end-point}, RFC 5929).
     *
     * @param principal the account, {@code name@REALM}; a group managed service account is {@code name$@REALM}
     * @param credentials what proves that it is the account
     * @param kdc where the realm's key distribution centre is, {@code host} or {@code host:port}; null, which is the
     *     rule, to have Java find it as set in {@code krb5.conf} or by DNS. Java has one such setting for the whole
     *     process: directories of several realms need {@code krb5.conf}
     */
    record Gssapi(
            String principal,
            Credentials credentials,
            @Nullable String kdc) implements SignInMethod {
        @Override
        public String account() {
            return principal;
        }

        /** The realm of the principal; empty if it names none. */
        String realm() {
            return principal.substring(principal.lastIndexOf('@') + 1);
        }

        /** The same, with the key distribution centre there. */
        public Gssapi withKdc(String host) {
            return new Gssapi(principal, credentials, host);
        }
    }

    /**
     * The certificate of a client (SASL EXTERNAL, RFC 4513 section 5.2.3); only over TLS. The directory says whose
     * certificate it is; Active Directory takes one as soon as an {@code ldaps://} connection is open.
     *
     * @param certificate the certificate and its key
     */
    record External(Certificate certificate) implements SignInMethod {
        @Override
        public String account() {
            return "the certificate in " + certificate.file();
        }
    }

    /** What proves to Kerberos that it is the account. */
    sealed interface Credentials {

        /**
         * A file of the account's keys, as {@code ktutil}, {@code ktpass}, {@code adcli} or {@code msktutil} make one.
         *
         * @param file the file
         */
        record Keytab(Path file) implements Credentials {}

        /**
         * A file of tickets, which somebody else keeps fresh: {@code kinit}, {@code k5start}, {@code sssd}.
         *
         * @param file the file; null for the one that Java takes by itself: that of {@code KRB5CCNAME}, else {@code
         *     /tmp/krb5cc_UID}, and on Windows that of the account the process runs as
         */
        record TicketCache(@Nullable Path file) implements Credentials {}
    }

    /** A certificate with its private key. */
    sealed interface Certificate {

        /** Where the certificate is. */
        Path file();

        /**
         * Two files of PEM.
         *
         * @param file the certificate, and those of the authorities between it and the one that the server trusts
         * @param key the private key that belongs to it, as PKCS #8 ({@code BEGIN PRIVATE KEY}) and not encrypted
         */
        record Pem(Path file, Path key) implements Certificate {}

        /**
         * A PKCS #12 file ({@code .p12}, {@code .pfx}) with one key.
         *
         * @param file the file
         * @param password asked for each time that the file is read; the array is overwritten after use
         */
        record Pkcs12(Path file, Supplier<char[]> password) implements Certificate {
            /** The file alone. */
            @Override
            public String toString() {
                return "Pkcs12[" + file + "]";
            }
        }
    }

    /** A simple bind; see {@link Simple}. */
    static Simple simple(String dn, Supplier<char[]> password) {
        return new Simple(dn, password);
    }

    /** Kerberos with a keytab; see {@link Gssapi} and {@link Credentials.Keytab}. */
    static Gssapi keytab(String principal, Path file) {
        return new Gssapi(principal, new Credentials.Keytab(file), null);
    }

    /** Kerberos with tickets that somebody else gets; see {@link Gssapi} and {@link Credentials.TicketCache}. */
    static Gssapi ticketCache(String principal, @Nullable Path file) {
        return new Gssapi(principal, new Credentials.TicketCache(file), null);
    }

    /** A client certificate of PEM files; see {@link External} and {@link Certificate.Pem}. */
    static External certificate(Path certificate, Path key) {
        return new External(new Certificate.Pem(certificate, key));
    }

    /** A client certificate of a PKCS #12 file; see {@link External} and {@link Certificate.Pkcs12}. */
    static External keyStore(Path file, Supplier<char[]> password) {
        return new External(new Certificate.Pkcs12(file, password));
    }
}
