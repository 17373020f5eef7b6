package dev.writeback.ldap;

import dev.writeback.model.Dn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How to reach a directory and sign in. Immutable and thread-safe.
 *
 * <pre>{@code
 * LdapSettings.builder()
 *         .servers(List.of("ldaps://dc1.corp.example:636", "ldaps://dc2.corp.example:636"))
 *         .baseDn(Dn.of("DC=corp,DC=example"))
 *         .bind("CN=writeback,OU=Service,DC=corp,DC=example", () -> secrets.password())
 *         .caFile(Path.of("ca.pem"))
 *         .build();
 *
 * LdapSettings.builder()
 *         .domain("corp.example")
 *         .baseDn(Dn.of("DC=corp,DC=example"))
 *         .signIn(SignInMethod.keytab("svc-writeback@CORP.EXAMPLE", Path.of("writeback.keytab")))
 *         .build();
 * }</pre>
 */
public final class LdapSettings {

    /** How the way to the server is protected. */
    public enum Tls {
        /** TLS from the first byte; every server is an {@code ldaps://} URL. */
        LDAPS,
        /** TLS after a StartTLS request, before the sign-in; every server is an {@code ldap://} URL. */
        START_TLS,
        /**
         * No TLS; every server is an {@code ldap://} URL. With Kerberos ({@link SignInMethod.Gssapi}) everything after
         * the sign-in is encrypted all the same; else password and values cross the network in the clear.
         */
        NONE
    }

    /** How to find out which entries have changed. */
    public enum Changes {
        /** By {@code uSNChanged}: any account may, and all that was asked for of an entry counts as changed. */
        USN,
        /** By the DirSync control: costs the server more, and names the attributes that have changed. */
        DIRSYNC
    }

    private final List<ServerAddress> servers;
    private final Dn baseDn;
    private final SignInMethod signIn;
    private final SettingsWords words;

    LdapSettings(List<ServerAddress> servers, Dn baseDn, SignInMethod signIn, SettingsWords words) {
        this.servers = List.copyOf(servers);
        this.baseDn = baseDn;
        this.signIn = signIn;
        this.words = words;
    }

    /** Settings with every default; servers or a domain, base DN and a way to sign in must be given. */
    public static Builder builder() {
        return new Builder();
    }

    List<ServerAddress> servers() {
        return servers;
    }

    Optional<DomainName> domain() {
        return words.domain();
    }

    /** Whether another server may answer next. */
    boolean mayHaveSeveralServers() {
        return domain().isPresent() || servers.size() > 1;
    }

    Dn baseDn() {
        return baseDn;
    }

    SignInMethod signIn() {
        return signIn;
    }

    Tls tls() {
        return words.tls;
    }

    Optional<Path> caFile() {
        return Optional.ofNullable(words.caFile);
    }

    boolean verifiesHostName() {
        return words.verifiesHostName;
    }

    int connections() {
        return words.connections;
    }

    Duration connectTimeout() {
        return words.connectTimeout;
    }

    Duration responseTimeout() {
        return words.responseTimeout;
    }

    Changes changes() {
        return words.changes;
    }

    int watchPage() {
        return words.watchPage;
    }

    Optional<List<String>> globalCatalogs() {
        return Optional.ofNullable(words.globalCatalogs);
    }

    Dn consistencyBase() {
        return words.consistencyBase == null ? baseDn : words.consistencyBase;
    }

    /** The servers or the domain, the base and the account; never the password. */
    @Override
    public String toString() {
        Object where = domain().<Object>map(it -> it).orElse(servers);
        return "%s below %s as %s".formatted(where, baseDn, signIn.account());
    }

    /** Collects settings. Not thread-safe; may be used again after {@link #build}. */
    public static final class Builder {

        private final SettingsWords words = new SettingsWords();

        private Builder() {}

        /**
         * The servers, each as {@code ldaps://host:port} or {@code ldap://host:port}; without a port it is 636 or 389.
         * The first that answers is used until it fails, then the next in order; when the first has been well again for a
         * while, it is returned to. Name domain controllers, not the domain: an entry is to be read and written on one
         * controller. One that is read-only, or has not caught up with the others, is left out.
         */
        public Builder servers(List<String> urls) {
            words.servers = List.copyOf(urls);
            return this;
        }

        /**
         * The domain whose controllers to find by DNS (SRV records), in place of {@link #servers}. They are asked for again
         * every ten minutes, and earlier when one cannot be used; port 389 or, with {@link Tls#LDAPS}, 636. Their
         * certificates must be for the host names in the records.
         *
         * @param name the domain's DNS name, like {@code corp.example}
         */
        public Builder domain(String name) {
            words.domain = name;
            return this;
        }

        /** The site whose controllers to prefer to the others of the domain. Default: none. */
        public Builder site(String name) {
            words.site = name;
            return this;
        }

        /** Whom to ask for the domain's records, each {@code host} or {@code host:port}. Default: those of this machine. */
        public Builder nameServers(List<String> servers) {
            words.nameServers = List.copyOf(servers);
            return this;
        }

        /** Below which entry to look for entries, usually the domain. */
        public Builder baseDn(Dn baseDn) {
            words.baseDn = baseDn;
            return this;
        }

        /** How to sign in. */
        public Builder signIn(SignInMethod method) {
            words.signIn = method;
            return this;
        }

        /** Signs in with a name and a password; see {@link SignInMethod.Simple}, which says when it is asked for. */
        public Builder bind(String dn, Supplier<char[]> password) {
            return signIn(SignInMethod.simple(dn, password));
        }

        /** How the way is protected. Default: {@link Tls#LDAPS}. */
        public Builder tls(Tls tls) {
            words.tls = tls;
            return this;
        }

        /** The certificates of the authorities to trust, as PEM. Default: those that the Java runtime trusts. */
        public Builder caFile(Path caFile) {
            words.caFile = caFile;
            return this;
        }

        /** Accepts a trusted certificate that is for another host. Default: the name must match. */
        public Builder anyHostName() {
            words.verifiesHostName = false;
            return this;
        }

        /** How many connections to a server may be open at once, 1 to 1000. Default: 8. */
        public Builder connections(int connections) {
            words.connections = connections;
            return this;
        }

        /** How long connecting may take, and then signing in; 1 ms or more. Default: 10 seconds. */
        public Builder connectTimeout(Duration timeout) {
            words.connectTimeout = timeout;
            return this;
        }

        /**
         * How long an answer may take, 1 ms or more. Default: 60 seconds. A write without an answer by then counts as
         * perhaps done.
         */
        public Builder responseTimeout(Duration timeout) {
            words.responseTimeout = timeout;
            return this;
        }

        /**
         * Below which entry to look for {@code mS-DS-ConsistencyGuid}, which Active Directory does not index. Default:
         * the base DN. A narrower base is faster, but an entry outside it is not noticed.
         */
        public Builder consistencyBase(Dn base) {
            words.consistencyBase = base;
            return this;
        }

        /** How the watch finds out what has changed. Default: {@link Changes#USN}. */
        public Builder changes(Changes changes) {
            words.changes = changes;
            return this;
        }

        /** Whom to ask who has an address: nobody but the domain if it is empty. Default: that of the server in use. */
        public Builder globalCatalogs(List<String> urls) {
            words.globalCatalogs = List.copyOf(urls);
            return this;
        }

        /** How many changed entries to tell of at once; Active Directory gives 1,000 at most, which is the default. */
        Builder watchPage(int entries) {
            words.watchPage = entries;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if some are missing or do not fit together; the message names all of them
         */
        public LdapSettings build() {
            return SettingsCheck.settings(words.copy());
        }
    }
}
