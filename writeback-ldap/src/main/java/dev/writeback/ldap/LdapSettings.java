package dev.writeback.ldap;

import dev.writeback.model.Dn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
 * }</pre>
 */
public final class LdapSettings {

    /** How the way to the server is protected. */
    public enum Tls {
        /** TLS from the first byte; every server is an {@code ldaps://} URL. */
        LDAPS,
        /** TLS after a StartTLS request, before the sign-in; every server is an {@code ldap://} URL. */
        START_TLS,
        /** None: password and values cross the network in the clear; every server is an {@code ldap://} URL. */
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
    private final String bindDn;
    private final Supplier<char[]> password;
    private final Builder rest;

    private LdapSettings(
            List<ServerAddress> servers, Dn baseDn, String bindDn, Supplier<char[]> password, Builder rest) {
        this.servers = List.copyOf(servers);
        this.baseDn = baseDn;
        this.bindDn = bindDn;
        this.password = password;
        this.rest = rest;
    }

    /** Settings with every default; servers, base DN and bind account must be given. */
    public static Builder builder() {
        return new Builder();
    }

    List<ServerAddress> servers() {
        return servers;
    }

    Dn baseDn() {
        return baseDn;
    }

    String bindDn() {
        return bindDn;
    }

    Supplier<char[]> password() {
        return password;
    }

    Tls tls() {
        return rest.tls;
    }

    Optional<Path> caFile() {
        return Optional.ofNullable(rest.caFile);
    }

    boolean verifiesHostName() {
        return rest.verifiesHostName;
    }

    int connections() {
        return rest.connections;
    }

    Duration connectTimeout() {
        return rest.connectTimeout;
    }

    Duration responseTimeout() {
        return rest.responseTimeout;
    }

    Changes changes() {
        return rest.changes;
    }

    int watchPage() {
        return rest.watchPage;
    }

    /** The global catalogs to ask, none if none is to be asked; nothing if they are to be found. */
    Optional<List<ServerAddress>> globalCatalogs() {
        return Optional.ofNullable(rest.globalCatalogs)
                .map(urls ->
                        urls.stream().map(url -> ServerAddress.of(url, rest.tls)).toList());
    }

    Dn consistencyBase() {
        return rest.consistencyBase == null ? baseDn : rest.consistencyBase;
    }

    /** The servers, the base and the account; never the password. */
    @Override
    public String toString() {
        return "%s below %s as %s".formatted(servers, baseDn, bindDn);
    }

    /** Collects settings. Not thread-safe; may be used again after {@link #build}. */
    public static final class Builder {

        private static final int MOST_CONNECTIONS = 1000;

        private List<String> servers = List.of();
        private @Nullable Dn baseDn;
        private @Nullable String bindDn;
        private @Nullable Supplier<char[]> password;
        private Tls tls = Tls.LDAPS;
        private @Nullable Path caFile;
        private boolean verifiesHostName = true;
        private int connections = 8;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration responseTimeout = Duration.ofSeconds(60);
        private @Nullable Dn consistencyBase;
        private Changes changes = Changes.USN;
        private int watchPage = 1000;
        private @Nullable List<String> globalCatalogs;

        private Builder() {}

        private Builder(Builder other) {
            this.servers = other.servers;
            this.tls = other.tls;
            this.caFile = other.caFile;
            this.verifiesHostName = other.verifiesHostName;
            this.connections = other.connections;
            this.connectTimeout = other.connectTimeout;
            this.responseTimeout = other.responseTimeout;
            this.consistencyBase = other.consistencyBase;
            this.changes = other.changes;
            this.watchPage = other.watchPage;
            this.globalCatalogs = other.globalCatalogs;
        }

        /**
         * The servers, each as {@code ldaps://host:port} or {@code ldap://host:port}; without a port it is 636 or 389.
         * The first that answers is used until it fails, then the next in order. Name domain controllers, not the
         * domain: an entry is to be read and written on one controller.
         */
        public Builder servers(List<String> urls) {
            this.servers = List.copyOf(urls);
            return this;
        }

        /** Below which entry to look for entries, usually the domain. */
        public Builder baseDn(Dn baseDn) {
            this.baseDn = baseDn;
            return this;
        }

        /**
         * The account for a simple bind.
         *
         * @param dn its DN; Active Directory also takes {@code name@domain} and {@code DOMAIN\name}
         * @param password asked for each time that a connection signs in, from any thread; the array is overwritten
         *     after use, so give a fresh one each time
         */
        public Builder bind(String dn, Supplier<char[]> password) {
            this.bindDn = dn;
            this.password = password;
            return this;
        }

        /** How the way is protected. Default: {@link Tls#LDAPS}. */
        public Builder tls(Tls tls) {
            this.tls = tls;
            return this;
        }

        /** The certificates of the authorities to trust, as PEM. Default: those that the Java runtime trusts. */
        public Builder caFile(Path caFile) {
            this.caFile = caFile;
            return this;
        }

        /** Accepts a trusted certificate that is for another host. Default: the name must match. */
        public Builder anyHostName() {
            this.verifiesHostName = false;
            return this;
        }

        /** How many connections to a server may be open at once, 1 to 1000. Default: 8. */
        public Builder connections(int connections) {
            this.connections = connections;
            return this;
        }

        /** How long connecting may take, and then signing in; 1 ms or more. Default: 10 seconds. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = timeout;
            return this;
        }

        /**
         * How long an answer may take, 1 ms or more. Default: 60 seconds. A write without an answer by then counts as
         * perhaps done.
         */
        public Builder responseTimeout(Duration timeout) {
            this.responseTimeout = timeout;
            return this;
        }

        /**
         * Below which entry to look for {@code mS-DS-ConsistencyGuid}, which Active Directory does not index. Default:
         * the base DN. A narrower base is faster, but an entry outside it is not noticed.
         */
        public Builder consistencyBase(Dn base) {
            this.consistencyBase = base;
            return this;
        }

        /** How the watch finds out what has changed. Default: {@link Changes#USN}. */
        public Builder changes(Changes changes) {
            this.changes = changes;
            return this;
        }

        /**
         * The global catalogs to ask who has an address, as URLs like those of the servers, with port 3269 or 3268; they are
         * asked nothing else. None: addresses are looked for below the base DN, which is right for a forest of one domain.
         * Default: that of the server in use, where it is one and has its usual port. Where none answers, what is below the
         * base DN is asked alone, and a check warns of it.
         */
        public Builder globalCatalogs(List<String> urls) {
            this.globalCatalogs = List.copyOf(urls);
            return this;
        }

        /** How many changed entries to tell of at once; Active Directory gives 1,000 at most, which is the default. */
        Builder watchPage(int entries) {
            this.watchPage = entries;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if some are missing or do not fit together; the message names all of them
         */
        public LdapSettings build() {
            List<String> problems = new ArrayList<>();
            List<ServerAddress> addresses = addresses(problems);
            if (globalCatalogs != null) {
                globalCatalogs.forEach(url -> address(url, problems));
            }
            if (connections < 1 || connections > MOST_CONNECTIONS) {
                problems.add("connections is %d, it must be 1 to %d".formatted(connections, MOST_CONNECTIONS));
            }
            positive("connectTimeout", connectTimeout, problems);
            positive("responseTimeout", responseTimeout, problems);
            if (baseDn == null) {
                problems.add("baseDn is missing, it must be like DC=corp,DC=example");
            }
            if (bindDn == null || bindDn.isBlank()) {
                problems.add("bind is missing or its DN is empty, it must name the account to sign in with");
            }
            if (!problems.isEmpty() || baseDn == null || bindDn == null || password == null) {
                throw new IllegalArgumentException("the directory cannot be used: " + String.join("; ", problems));
            }
            return new LdapSettings(addresses, baseDn, bindDn, password, new Builder(this));
        }

        private List<ServerAddress> addresses(List<String> problems) {
            if (servers.isEmpty()) {
                problems.add("servers is empty, it must name at least one like ldaps://dc1.corp.example:636");
            }
            List<ServerAddress> addresses = new ArrayList<>();
            for (String url : servers) {
                address(url, problems).ifPresent(addresses::add);
            }
            if (addresses.stream().distinct().count() < addresses.size()) {
                problems.add("servers names a server twice, each must be there once");
            }
            return addresses;
        }

        private Optional<ServerAddress> address(String url, List<String> problems) {
            try {
                return Optional.of(ServerAddress.of(url, tls));
            } catch (IllegalArgumentException wrong) {
                problems.add(String.valueOf(wrong.getMessage()));
                return Optional.empty();
            }
        }

        private static void positive(String name, Duration duration, List<String> problems) {
            if (duration.toMillis() < 1 || duration.toMillis() > Integer.MAX_VALUE) {
                problems.add("%s is %s, it must be 1 ms to 24 days".formatted(name, duration));
            }
        }
    }
}
