package dev.writeback.agent;

import dev.writeback.ldap.SignInMethod;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How the configuration says to sign in to a directory; nothing is opened yet. */
sealed interface BindSettings {

    /**
     * A name and a password.
     *
     * @param dn the account
     * @param password where its password is
     */
    record Simple(String dn, Secret password) implements BindSettings {}

    /**
     * Kerberos.
     *
     * @param principal the account, with its realm
     * @param keytab the file of its keys; nothing for a ticket cache
     * @param ticketCache the file of its tickets; nothing for that of the account that the agent runs as
     * @param kdc where the key distribution centre is; nothing for what Java finds
     */
    record Gssapi(String principal, Optional<Path> keytab, Optional<Path> ticketCache, Optional<String> kdc)
            implements BindSettings {}

    /**
     * A client certificate in two files of PEM.
     *
     * @param certificate the certificate
     * @param key its key
     */
    record Pem(Path certificate, Path key) implements BindSettings {}

    /**
     * A client certificate in a PKCS #12 file.
     *
     * @param file the file
     * @param password where its password is
     */
    record KeyStore(Path file, Secret password) implements BindSettings {}

    /**
     * The way to sign in. Passwords are read from where they are each time, so that they may be changed meanwhile.
     *
     * @throws Failure if a password is not there now
     */
    default SignInMethod method(Map<String, String> environment) {
        if (this instanceof Simple simple) {
            return SignInMethod.simple(simple.dn(), present(simple.password(), environment));
        }
        if (this instanceof KeyStore store) {
            return SignInMethod.keyStore(store.file(), present(store.password(), environment));
        }
        if (this instanceof Pem pem) {
            return SignInMethod.certificate(pem.certificate(), pem.key());
        }
        Gssapi gssapi = (Gssapi) this;
        SignInMethod.Gssapi method = gssapi.keytab().isPresent()
                ? SignInMethod.keytab(gssapi.principal(), gssapi.keytab().get())
                : SignInMethod.ticketCache(
                        gssapi.principal(), gssapi.ticketCache().orElse(null));
        return gssapi.kdc().isPresent() ? method.withKdc(gssapi.kdc().get()) : method;
    }

    private static Supplier<char[]> present(Secret password, Map<String, String> environment) {
        password.read(environment);
        return () -> password.read(environment);
    }
}
