package dev.writeback.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.agent.Configuration.DirectorySettings;
import dev.writeback.agent.Configuration.DomainSettings;
import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.model.Dn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what the configuration says of the directories. */
final class DirectoryReader {

    static final List<String> KEYS =
            List.of(
            "name", "servers", "domain", "site", "nameServers", "baseDn", "bind", "tls", "connections", "watch", "globalCatalog");

    /** Stands for a base DN that cannot be used. */
    static final Dn UNKNOWN = Dn.of("DC=unknown");

    /** As many writes at once as bring one domain controller to its limit; more only wait. */
    private static final int CONNECTIONS = 4;

    private static final Pattern NAME = Pattern.compile("[^\\s/\\p{Cntrl}]+");
    private static final int MOST_CONNECTIONS = 1000;
    private static final String CATALOG_EXAMPLE = "ldaps://dc1.corp.example:3269";

    private final List<String> problems;
    private final Function<String, Path> resolve;

    DirectoryReader(List<String> problems, Function<String, Path> resolve) {
        this.problems = problems;
        this.resolve = resolve;
    }

    /** The directories; none if there is a problem with all of them. */
    List<DirectorySettings> read(Section root) {
        JsonNode all = root.get("directories");
        if (!all.isArray() || all.isEmpty() || !all.get(0).isObject()) {
            root.problem(
                    "directories",
                    "%s an array with one object such as {\"servers\": [\"%s\"], \"baseDn\": ..., \"bind\": ...}"
                            .formatted(
                                    root.has("directories") ? "is not" : "is missing; it is", ControllersReader.EXAMPLE));
            return List.of();
        }
        List<DirectorySettings> directories = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String place = "directories[%d]".formatted(i);
            if (!all.get(i).isObject()) {
                root.problem(place, "is not an object; it is one such as directories[0]");
                continue;
            }
            Section section = new Section(place, all.get(i), problems, KEYS);
            DirectorySettings directory = settings(section);
            if (all.size() > 1) {
                tellApart(section, directory, directories);
            }
            directories.add(directory);
        }
        return directories;
    }

    /** Of several each has a name and a base of its own. */
    private static void tellApart(Section section, DirectorySettings directory, List<DirectorySettings> others) {
        if (!section.has("name")) {
            section.problem("name", "is missing; each of several directories has one, such as \"corp\"");
        } else if (!NAME.matcher(directory.name()).matches()) {
            section.problem("name", "is not one word without a slash; it is one such as \"corp\"");
        } else if (others.stream().anyMatch(other -> other.name().equals(directory.name()))) {
            section.problem("name", "is that of another directory; each has one of its own");
        }
        if (others.stream().anyMatch(other -> other.baseDn().equals(directory.baseDn()))
                && !directory.baseDn().equals(UNKNOWN)) {
            section.problem("baseDn", "is that of another directory; each has one of its own");
        }
    }

    private DirectorySettings settings(Section directory) {
        List<String> servers = ControllersReader.servers(directory);
        Optional<DomainSettings> domain = ControllersReader.domain(directory);
        String base = directory.requiredText("baseDn", "DC=corp,DC=example");
        Dn baseDn = directory.name("baseDn", base).orElse(UNKNOWN);
        BindSettings bind = new BindReader(resolve)
                .read(directory.requiredSection(
                        "bind",
                        "{\"method\": \"simple\", \"dn\": ..., \"passwordFile\": \"secret.txt\"}",
                        BindReader.KEYS));
        Section tls = directory.section("tls", "mode", "caFile");
        return new DirectorySettings(
                directory.text("name").orElse("directory"),
                servers,
                domain,
                baseDn,
                bind,
                ControllersReader.protection(directory, tls, servers, bind),
                tls.text("caFile").map(resolve),
                directory.number("connections", 1, MOST_CONNECTIONS).orElse(CONNECTIONS),
                directory.word("watch", "usn", "dirsync").equals("usn") ? Changes.USN : Changes.DIRSYNC,
                globalCatalogs(directory));
    }

    private static Optional<List<String>> globalCatalogs(Section directory) {
        JsonNode value = directory.get("globalCatalog");
        if (!directory.has("globalCatalog") || value.isBoolean()) {
            return value.isBoolean() && !value.booleanValue() ? Optional.of(List.of()) : Optional.empty();
        }
        if (!value.isArray() || value.isEmpty()) {
            directory.problem(
                    "globalCatalog",
                    "is neither true nor false nor an array of URLs; it is one of them, such as [\"%s\"]"
                            .formatted(CATALOG_EXAMPLE));
            return Optional.empty();
        }
        List<String> urls = directory.texts("globalCatalog", CATALOG_EXAMPLE);
        for (int i = 0; i < urls.size(); i++) {
            if (!urls.get(i).toLowerCase(Locale.ROOT).matches("ldaps?://.+")) {
                directory.problem(
                        "globalCatalog[%d]".formatted(i), "is not a URL; it is one such as " + CATALOG_EXAMPLE);
            }
        }
        return Optional.of(urls);
    }
}
