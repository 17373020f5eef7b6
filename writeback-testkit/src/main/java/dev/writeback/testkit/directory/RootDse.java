package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The entry without a name, which says what the server is. Anybody may read it. */
final class RootDse {

    private final DirectoryNames names;
    private final ChangeStamps stamps;

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

    private List<Attribute> attributes() {
        String base = names.base().text();
        String configuration = names.configuration().text();
        String schema = names.schemaContext().text();
        String server = "CN=DC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites," + configuration;
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("currentTime", stamps.now()));
        attributes.add(new Attribute("subschemaSubentry", "CN=Aggregate," + schema));
        attributes.add(new Attribute("dsServiceName", "CN=NTDS Settings," + server));
        attributes.add(new Attribute("namingContexts", base, configuration, schema));
        attributes.add(new Attribute("defaultNamingContext", base));
        attributes.add(new Attribute("schemaNamingContext", schema));
        attributes.add(new Attribute("configurationNamingContext", configuration));
        attributes.add(new Attribute("rootDomainNamingContext", base));
        attributes.add(new Attribute("supportedControl", RequestControls.SUPPORTED));
        attributes.add(new Attribute("supportedLDAPVersion", "3", "2"));
        attributes.add(new Attribute("highestCommittedUSN", Long.toString(stamps.highestUsn())));
        attributes.add(new Attribute("dnsHostName", "dc1." + names.domain()));
        attributes.add(new Attribute(
                "ldapServiceName", names.domain() + ":dc1$@" + names.domain().toUpperCase(Locale.ROOT)));
        attributes.add(new Attribute("serverName", server));
        attributes.add(new Attribute(
                "supportedCapabilities",
                "1.2.840.113556.1.4.800",
                "1.2.840.113556.1.4.1670",
                "1.2.840.113556.1.4.1791",
                "1.2.840.113556.1.4.1935",
                "1.2.840.113556.1.4.2080",
                "1.2.840.113556.1.4.2237"));
        attributes.add(new Attribute("supportedExtension", "1.3.6.1.4.1.1466.20037", "1.3.6.1.4.1.4203.1.11.3"));
        attributes.add(new Attribute("isSynchronized", "TRUE"));
        attributes.add(new Attribute("isGlobalCatalogReady", "TRUE"));
        attributes.add(new Attribute("domainFunctionality", "7"));
        attributes.add(new Attribute("forestFunctionality", "7"));
        attributes.add(new Attribute("domainControllerFunctionality", "7"));
        return attributes;
    }
}
