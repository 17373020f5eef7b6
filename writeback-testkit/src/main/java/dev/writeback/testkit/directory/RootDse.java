package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The entry without a name, which says what the server is. Anybody may read it. */
final class RootDse {

    private static final List<String> CAPABILITIES = List.of(
            "1.2.840.113556.1.4.800",
            "1.2.840.113556.1.4.1670",
            "1.2.840.113556.1.4.1791",
            "1.2.840.113556.1.4.1935",
            "1.2.840.113556.1.4.2080",
            "1.2.840.113556.1.4.2237");

    private static final String READ_ONLY = "1.2.840.113556.1.4.1920";

    private final DirectoryNames names;
    private final ChangeStamps stamps;
    private volatile ServerState state = ServerState.WRITABLE;

    RootDse(DirectoryNames names, ChangeStamps stamps) {
        this.names = names;
        this.stamps = stamps;
    }

    List<Attribute> of(List<String> requested) {
        Set<String> wanted =
                requested.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean everything = wanted.isEmpty() || wanted.contains("*");
        return attributes().stream()
                .filter(attribute ->
                        everything || wanted.contains(attribute.getName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    ServerState state() {
        return state;
    }

    void become(ServerState other) {
        state = other;
    }

    /** The name of the entry with the server's settings. */
    String settings() {
        return "CN=NTDS Settings," + serverName();
    }

    private String serverName() {
        return "CN=DC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites,"
                + names.configuration().text();
    }

    private List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>(contexts());
        attributes.addAll(server());
        attributes.addAll(abilities());
        return attributes;
    }

    private List<Attribute> contexts() {
        String base = names.base().text();
        String configuration = names.configuration().text();
        String schema = names.schemaContext().text();
        return List.of(
                new Attribute("subschemaSubentry", "CN=Aggregate," + schema),
                new Attribute("namingContexts", base, configuration, schema),
                new Attribute("defaultNamingContext", base),
                new Attribute("schemaNamingContext", schema),
                new Attribute("configurationNamingContext", configuration),
                new Attribute("rootDomainNamingContext", base));
    }

    private List<Attribute> server() {
        String domain = names.domain();
        String server = serverName();
        return List.of(
                new Attribute("currentTime", stamps.now()),
                new Attribute("dsServiceName", settings()),
                new Attribute("highestCommittedUSN", Long.toString(stamps.highestUsn())),
                new Attribute("dnsHostName", "dc1." + domain),
                new Attribute("ldapServiceName", domain + ":dc1$@" + domain.toUpperCase(Locale.ROOT)),
                new Attribute("serverName", server),
                new Attribute("isSynchronized", state == ServerState.NOT_SYNCHRONIZED ? "FALSE" : "TRUE"),
                new Attribute("isGlobalCatalogReady", "TRUE"));
    }

    private List<Attribute> abilities() {
        List<String> capabilities = new ArrayList<>(CAPABILITIES);
        if (state == ServerState.READ_ONLY) {
            capabilities.add(READ_ONLY);
        }
        return List.of(
                new Attribute("supportedControl", RequestControls.SUPPORTED),
                new Attribute("supportedLDAPVersion", "3", "2"),
                new Attribute("supportedCapabilities", capabilities),
                new Attribute("supportedExtension", "1.3.6.1.4.1.1466.20037", "1.3.6.1.4.1.4203.1.11.3"),
                new Attribute("domainFunctionality", "7"),
                new Attribute("forestFunctionality", "7"),
                new Attribute("domainControllerFunctionality", "7"));
    }
}
