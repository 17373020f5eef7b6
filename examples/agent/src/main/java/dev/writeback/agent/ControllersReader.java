package dev.writeback.agent;

import dev.writeback.agent.Configuration.DomainSettings;
import dev.writeback.ldap.LdapSettings.Tls;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where the configuration says that domain controllers are, and how the way to them is protected. */
final class ControllersReader {

    static final String EXAMPLE = "ldaps://dc1.corp.example:636";

    private static final String LDAP = "ldap://";
    private static final String LDAPS = "ldaps://";
    private static final Pattern DOMAIN = Pattern.compile("[^\\s/:.]+(\\.[^\\s/:.]+)+");
    private static final Pattern SITE = Pattern.compile("[^\\s/:.]+");

    private ControllersReader() {}

    /** The domain whose controllers are to be found; nothing if they are named. */
    static Optional<DomainSettings> domain(Section directory) {
        Optional<String> domain = directory.text("domain");
        Optional<String> site = directory.text("site");
        List<String> nameServers = directory.texts("nameServers", "192.0.2.53");
        if (!directory.has("domain")) {
            for (String key : List.of("site", "nameServers")) {
                if (directory.has(key)) {
                    directory.problem(key, "belongs to a domain; name the domain in place of servers, or take it out");
                }
            }
        }
        if (directory.has("domain") && directory.has("servers")) {
            directory.problem("domain", "is there beside servers; name one of them");
        }
        domain.filter(it -> !DOMAIN.matcher(it).matches())
                .ifPresent(it -> directory.problem("domain", "is not a domain; it is one such as corp.example"));
        site.filter(it -> !SITE.matcher(it).matches())
                .ifPresent(it -> directory.problem(
                        "site", "is not a site; it is the name of one such as Default-First-Site-Name"));
        return domain.map(it -> new DomainSettings(it, site, nameServers));
    }

    /** The URLs of the controllers that are named. */
    static List<String> servers(Section directory) {
        List<String> servers = directory.texts("servers", EXAMPLE);
        if (directory.has("domain")) {
            return servers;
        }
        if (!directory.has("servers") || (directory.get("servers").isArray() && servers.isEmpty())) {
            directory.problem(
                    "servers",
                    "is missing or empty; it is an array such as [\"%s\"], or there is a domain in its place"
                            .formatted(EXAMPLE));
        }
        for (int i = 0; i < servers.size(); i++) {
            if (!startsWith(servers.get(i), LDAP) && !startsWith(servers.get(i), LDAPS)) {
                directory.problem("servers[%d]".formatted(i), "is not a URL; it is one such as " + EXAMPLE);
            }
        }
        return servers;
    }

    /**
     * What the mode says; without one, TLS for {@code ldaps://}, and no way for {@code ldap://}, unless Kerberos encrypts
     * by itself.
     */
    static Tls protection(Section directory, Section tls, List<String> servers, BindSettings bind) {
        boolean kerberosAlone = bind instanceof BindSettings.Gssapi
                && !tls.has("mode")
                && !servers.isEmpty()
                && servers.stream().allMatch(server -> startsWith(server, LDAP));
        String mode = tls.word("mode", "ldaps", "starttls", "none");
        if (kerberosAlone) {
            return Tls.NONE;
        }
        Tls protection = mode.equals("ldaps") ? Tls.LDAPS : mode.equals("starttls") ? Tls.START_TLS : Tls.NONE;
        if (protection == Tls.NONE && (bind instanceof BindSettings.Pem || bind instanceof BindSettings.KeyStore)) {
            tls.problem("mode", "is none, which shows no certificate to anybody; it is ldaps or starttls");
        }
        for (int i = 0; i < servers.size(); i++) {
            if (startsWith(servers.get(i), protection == Tls.LDAPS ? LDAP : LDAPS)) {
                directory.problem(
                        "servers[%d]".formatted(i),
                        protection == Tls.LDAPS
                                ? "is ldap://, which is not encrypted; use ldaps://, or set tls.mode to starttls, or to none for no protection"
                                : "is ldaps://, which does not go with tls.mode %s; use ldap://".formatted(mode));
            }
        }
        return protection;
    }

    private static boolean startsWith(String url, String scheme) {
        return url.toLowerCase(Locale.ROOT).startsWith(scheme);
    }
}
