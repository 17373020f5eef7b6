package dev.writeback.ldap;

import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.ldap.SignInMethod.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/**
 * Gets tickets for an account, each time from the file as it is then. JAAS is told what to do in memory, so that the
 * host's own JAAS configuration stays as it is. Thread-safe.
 */
final class KerberosLogin {

    private static final String YES = "true";

    private final SignInMethod.Gssapi method;

    /**
     * @throws IllegalArgumentException if the keytab is not there, or another key distribution centre is set already
     */
    KerberosLogin(SignInMethod.Gssapi method) {
        this.method = method;
        if (method.credentials() instanceof Credentials.Keytab keytab && !Files.isReadable(keytab.file())) {
            throw new IllegalArgumentException(
                    "the keytab %s is not there or cannot be read; it must hold the keys of %s"
                            .formatted(keytab.file(), method.principal()));
        }
        KerberosRealm.settle(method);
    }

    SignInMethod.Gssapi method() {
        return method;
    }

    /** The account with its tickets. */
    Subject subject() throws CannotSignIn {
        requireFile();
        try {
            LoginContext context = new LoginContext("writeback", new Subject(), null, new InMemory(options()));
            context.login();
            return context.getSubject();
        } catch (LoginException failure) {
            throw KerberosFault.told(method, "", failure);
        }
    }

    /** What the JDK says of a file that is not there, or is for somebody else, nobody would understand. */
    private void requireFile() throws CannotSignIn {
        if (method.credentials() instanceof Credentials.Keytab keytab) {
            require(Files.isReadable(keytab.file()), "is not there or cannot be read");
            KeyTab keys = KeyTab.getInstance(
                    new KerberosPrincipal(method.principal()), keytab.file().toFile());
            require(keys.getKeys(new KerberosPrincipal(method.principal())).length > 0, "holds no key of it");
        } else if (method.credentials() instanceof Credentials.TicketCache cache && cache.file() != null) {
            require(Files.isReadable(cache.file()), "is not there or cannot be read");
        }
    }

    private void require(boolean isSo, String otherwise) throws CannotSignIn {
        if (!isSo) {
            throw new CannotSignIn(
                    "%s cannot sign in: %s %s.".formatted(method.principal(), file(method.credentials()), otherwise),
                    remedy(method),
                    Reach.EVERY_SERVER,
                    null);
        }
    }

    /** The file as sentences name it. */
    static String file(Credentials credentials) {
        if (credentials instanceof Credentials.Keytab keytab) {
            return "the keytab " + keytab.file();
        }
        Path cache = ((Credentials.TicketCache) credentials).file();
        return cache == null ? "the ticket cache of this process's account" : "the ticket cache " + cache;
    }

    /** What to do if there is nothing of use in the file. */
    static String remedy(SignInMethod.Gssapi method) {
        return method.credentials() instanceof Credentials.Keytab
                ? "Make the keytab anew for exactly this principal (klist -k shows what it holds)."
                : "Get a ticket, for instance with kinit, and keep it fresh, for instance with k5start.";
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        options.put("principal", method.principal());
        options.put("doNotPrompt", YES);
        options.put("refreshKrb5Config", YES);
        if (method.credentials() instanceof Credentials.Keytab keytab) {
            options.put("useKeyTab", YES);
            options.put("keyTab", keytab.file().toAbsolutePath().toString());
        } else if (method.credentials() instanceof Credentials.TicketCache cache) {
            options.put("useTicketCache", YES);
            if (cache.file() != null) {
                options.put("ticketCache", cache.file().toAbsolutePath().toString());
            }
        }
        return options;
    }

    /** A JAAS configuration that is asked for nothing but this. */
    private static final class InMemory extends Configuration {
        private final AppConfigurationEntry entry;

        InMemory(Map<String, String> options) {
            this.entry = new AppConfigurationEntry(
                    "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options);
        }

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {entry};
        }
    }
}
