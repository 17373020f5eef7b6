package dev.writeback.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A domain whose controllers are to be found, and the names they are found under ([MS-ADTS] 6.3.2.3).
 *
 * @param name the domain's DNS name
 * @param site the site whose controllers to prefer; null for none
 * @param nameServers whom to ask, each {@code host} or {@code host:port}; empty for those of this machine
 */
record DomainName(String name, @Nullable String site, List<String> nameServers) {

    private static final String LABEL = "[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")+");
    private static final Pattern SITE = Pattern.compile(LABEL);
    private static final Pattern SERVER = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    DomainName {
        nameServers = List.copyOf(nameServers);
    }

    /** The domain; nothing if not a word is said of one. */
    static Optional<DomainName> of(@Nullable String name, @Nullable String site, List<String> nameServers) {
        boolean named = name != null || site != null || !nameServers.isEmpty();
        return named ? Optional.of(new DomainName(name == null ? "" : name, site, nameServers)) : Optional.empty();
    }

    /** What is wrong with it, one sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            problems.add("domain is '%s', it must be a DNS name like corp.example".formatted(name));
        }
        if (site != null && !SITE.matcher(site).matches()) {
            problems.add("site is '%s', it must be the name of a site like Default-First-Site-Name".formatted(site));
        }
        nameServers.stream()
                .filter(server -> !SERVER.matcher(server).matches())
                .forEach(server ->
                        problems.add("nameServers has '%s', it must be a host like ns1.corp.example or 192.0.2.53:53"
                                .formatted(server)));
        return problems;
    }

    /** Where the controllers of the site are, if one is named. */
    Optional<String> ofSite() {
        return Optional.ofNullable(site).map(it -> "_ldap._tcp." + it + "._sites.dc._msdcs." + name);
    }

    /** Where all its controllers are. */
    String ofControllers() {
        return "_ldap._tcp.dc._msdcs." + name;
    }

    /** Where LDAP servers are that need not be controllers of Active Directory. */
    String ofServers() {
        return "_ldap._tcp." + name;
    }

    @Override
    public String toString() {
        return site == null ? "The domain " + name : "The site %s of the domain %s".formatted(site, name);
    }
}
