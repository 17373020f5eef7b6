package dev.writeback.ldap;

import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Dn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a builder of settings was told, with the default of each; right or wrong. Not thread-safe. */
final class SettingsWords {

    List<String> servers = List.of();

    @Nullable
    String domain;

    @Nullable
    String site;

    List<String> nameServers = List.of();

    @Nullable
    Dn baseDn;

    @Nullable
    SignInMethod signIn;

    Tls tls = Tls.LDAPS;

    @Nullable
    Path caFile;

    boolean verifiesHostName = true;
    int connections = 8;
    Duration connectTimeout = Duration.ofSeconds(10);
    Duration responseTimeout = Duration.ofSeconds(60);

    @Nullable
    Dn consistencyBase;

    Changes changes = Changes.USN;
    int watchPage = 1000;

    @Nullable
    List<String> globalCatalogs;

    /** The same words, which do not change with these. */
    SettingsWords copy() {
        SettingsWords copy = new SettingsWords();
        copy.servers = servers;
        copy.domain = domain;
        copy.site = site;
        copy.nameServers = nameServers;
        copy.baseDn = baseDn;
        copy.signIn = signIn;
        copy.tls = tls;
        copy.caFile = caFile;
        copy.verifiesHostName = verifiesHostName;
        copy.connections = connections;
        copy.connectTimeout = connectTimeout;
        copy.responseTimeout = responseTimeout;
        copy.consistencyBase = consistencyBase;
        copy.changes = changes;
        copy.watchPage = watchPage;
        copy.globalCatalogs = globalCatalogs;
        return copy;
    }

    /** The domain; nothing if not a word is said of one. */
    Optional<DomainName> domain() {
        boolean named = domain != null || site != null || !nameServers.isEmpty();
        return named ? Optional.of(new DomainName(domain == null ? "" : domain, site, nameServers)) : Optional.empty();
    }
}
