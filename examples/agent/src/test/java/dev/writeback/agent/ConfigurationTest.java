package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writeback.agent.Configuration.DomainSettings;
import dev.writeback.engine.exchange.Uniqueness;
import dev.writeback.ldap.LdapSettings.Changes;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryPointer;
import dev.writeback.model.ObjectGuid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLE = """
            {
              "source":   { "type": "jsonl", "path": "feed" },
              "directories": [ {
                  "name": "corp",
                  "servers": ["ldaps://dc1.corp.example:636", "ldaps://dc2.corp.example:636"],
                  "baseDn": "DC=corp,DC=example",
                  "bind": { "method": "simple", "dn": "CN=writeback,OU=Service,DC=corp,DC=example", "passwordFile": "secret.txt" },
                  "tls": { "caFile": "ca.pem" },
                  "connections": 8, "watch": "dirsync", "globalCatalog": ["ldaps://gc.corp.example:3269"] } ],
              "uniqueness": "warn",
              "profile":  "exchange-online",
              "acceptedDomains": ["contoso.example", "*.contoso.example"],
              "scope":    { "organizationalUnits": ["OU=People,DC=corp,DC=example"], "groups": [],
                            "privilegedEntries": ["CN=Boss,OU=People,DC=corp,DC=example", "<guid=12345678-9ABC-def0-1234-56789abcdef0>"] },
              "store":    { "type": "jdbc", "url": "jdbc:h2:./state/writeback" },
              "status":   { "type": "jsonl", "path": "status.jsonl" },
              "limits":   { "destructiveChanges": 50, "writesPerSecond": null },
              "retry":    { "first": "PT10S", "max": "PT6H", "retention": "PT48H" }
            }""";

    @TempDir
    Path folder;

    @Test
    void a_whole_configuration_is_read_with_paths_relative_to_it() throws IOException {
        Configuration configuration = read(SAMPLE);

        assertThat(configuration.feed()).isEqualTo(folder.resolve("feed"));
        assertThat(configuration.status()).contains(folder.resolve("status.jsonl"));
        assertThat(configuration.rejectedFile()).isEqualTo(folder.resolve("status.rejected.jsonl"));
        assertThat(configuration.directories().get(0).servers())
                .containsExactly("ldaps://dc1.corp.example:636", "ldaps://dc2.corp.example:636");
        assertThat(configuration.directories().get(0).tls()).isEqualTo(Tls.LDAPS);
        assertThat(configuration.directories().get(0).caFile()).contains(folder.resolve("ca.pem"));
        assertThat(configuration.directories().get(0).connections()).isEqualTo(8);
        assertThat(configuration.directories().get(0).watch()).isEqualTo(Changes.DIRSYNC);
        assertThat(configuration.directories().get(0).globalCatalogs())
                .contains(List.of("ldaps://gc.corp.example:3269"));
        assertThat(configuration.uniqueness()).isEqualTo(Uniqueness.WARN);
        assertThat(configuration.directories().get(0).domain()).isEmpty();
        assertThat(configuration.directories().get(0).bind())
                .isEqualTo(new BindSettings.Simple(
                        "CN=writeback,OU=Service,DC=corp,DC=example",
                        new Secret.InFile("directories[0].bind.passwordFile", folder.resolve("secret.txt"))));
        assertThat(configuration.scope().organizationalUnits())
                .containsExactly(new EntryPointer.Named(Dn.of("OU=People,DC=corp,DC=example")));
        assertThat(configuration.privileged().names()).containsExactly(Dn.of("CN=Boss,OU=People,DC=corp,DC=example"));
        assertThat(configuration.privileged().ids())
                .containsExactly(new ObjectGuid(UUID.fromString("12345678-9abc-def0-1234-56789abcdef0")));
        assertThat(configuration.limits().destructiveChanges()).isEqualTo(50);
        assertThat(configuration.limits().writesPerSecond()).isNull();
        assertThat(configuration.retry().first()).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.retry().retention()).isEqualTo(Duration.ofHours(48));
        assertThat(configuration.profile().name()).isEqualTo("exchange-online");
        assertThat(configuration.acceptedDomains()).contains(List.of("contoso.example", "*.contoso.example"));
        assertThat(configuration.store())
                .contains(new StorePlace.InFile(new StoreUrl(folder.resolve("state/writeback"), ""), Optional.empty()));
    }

    @Test
    void the_sample_in_the_documentation_of_the_formats_is_read() throws IOException {
        String text = Files.readString(Path.of("..", "..", "docs", "formats.md"));
        int begin = text.indexOf("{\n  \"source\"");

        assertThat(read(text.substring(begin, text.indexOf("```", begin)))
                        .directories()
                        .get(0)
                        .name())
                .isEqualTo("corp");
    }

    @Test
    void several_directories_are_told_apart_by_name_and_base() throws IOException {
        Configuration configuration = read(changed(json -> other(json, "partner", "DC=partner,DC=example")));

        assertThat(configuration.directories())
                .extracting(Configuration.DirectorySettings::name)
                .containsExactly("corp", "partner");
        assertThat(configuration.jobId()).isEqualTo("corp+partner");
        assertThat(configuration.connections()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            corp | DC=partner,DC=example | directories[1].name is that of another directory; each has one of its own
            a b  | DC=partner,DC=example | directories[1].name is not one word without a slash; it is one such as "corp"
            a/b  | DC=partner,DC=example | directories[1].name is not one word without a slash; it is one such as "corp"
            ''   | DC=partner,DC=example | directories[1].name is missing; each of several directories has one, such as "corp"
            b    | dc=corp, dc=example   | directories[1].baseDn is that of another directory; each has one of its own
            """)
    void directories_that_cannot_be_told_apart_are_refused(String name, String base, String problem) {
        assertThatThrownBy(() -> read(changed(json -> other(json, name, base))))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.getMessage()).endsWith(problem));
    }

    private static void other(ObjectNode json, String name, String base) {
        ObjectNode second = ((ObjectNode) json.at("/directories/0")).deepCopy();
        second.put("baseDn", base);
        if (name.isEmpty()) {
            second.remove("name");
        } else {
            second.put("name", name);
        }
        ((ArrayNode) json.at("/directories")).add(second);
    }

    @Test
    void what_is_left_out_has_its_default() throws IOException {
        Configuration configuration = read(changed(json -> {
            json.remove(List.of("profile", "acceptedDomains", "scope", "store", "status", "limits", "retry"));
            ((ObjectNode) json.at("/directories/0")).remove(List.of("name", "tls", "connections", "watch"));
        }));

        assertThat(configuration.status()).isEmpty();
        assertThat(configuration.rejectedFile()).isEqualTo(folder.resolve("rejected.jsonl"));
        assertThat(configuration.directories().get(0).name()).isEqualTo("directory");
        assertThat(configuration.directories().get(0).tls()).isEqualTo(Tls.LDAPS);
        assertThat(configuration.directories().get(0).caFile()).isEmpty();
        assertThat(configuration.directories().get(0).connections()).isEqualTo(4);
        assertThat(configuration.directories().get(0).watch()).isEqualTo(Changes.USN);
        assertThat(configuration.limits().destructiveChanges()).isEqualTo(500);
        assertThat(configuration.retry().max()).isEqualTo(Duration.ofHours(6));
        assertThat(configuration.retry().retention()).isEqualTo(Duration.ofHours(72));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /directories/0/bind/passwrodFile | "x"   | directories[0].bind.passwrodFile is unknown; did you mean passwordFile?
            /sources                   | {}          | sources is unknown; did you mean source?
            /colour                    | 1           | colour is unknown; known are: source, directories, profile, acceptedDomains, scope, store, status, limits, retry, clockSkew, uniqueness
            /source/type               | "csv"       | source.type is "csv"; it is one of: jsonl
            /source/path               | 7           | source.path is not a text; it is one, and not an empty one
            /directories               | []          | directories is not an array with one object such as {"servers": ["ldaps://dc1.corp.example:636"], "baseDn": ..., "bind": ...}
            /directories/0/domain      | "corp.example" | directories[0].domain is there beside servers; name one of them
            /directories/0/site        | "Branch"    | directories[0].site belongs to a domain; name the domain in place of servers, or take it out
            /directories/0/nameServers | ["ns1"]     | directories[0].nameServers belongs to a domain; name the domain in place of servers, or take it out
            /directories/0/servers     | []          | directories[0].servers is missing or empty; it is an array such as ["ldaps://dc1.corp.example:636"], or there is a domain in its place
            /directories/0/servers     | "ldaps://x" | directories[0].servers is not an array of texts; it is one, such as ["ldaps://dc1.corp.example:636"]
            /directories/0/servers     | ["dc1"]     | directories[0].servers[0] is not a URL; it is one such as ldaps://dc1.corp.example:636
            /directories/0/servers     | ["ldap://dc1"] | directories[0].servers[0] is ldap://, which is not encrypted; use ldaps://, or set tls.mode to starttls, or to none for no protection
            /directories/0/tls/mode    | "none"      | directories[0].servers[0] is ldaps://, which does not go with tls.mode none; use ldap://. directories[0].servers[1] is ldaps://, which does not go with tls.mode none; use ldap://
            /directories/0/tls/mode    | "tls"       | directories[0].tls.mode is "tls"; it is one of: ldaps, starttls, none
            /directories/0/baseDn      | "corp"      | directories[0].baseDn is not a distinguished name; it is one such as DC=corp,DC=example
            /directories/0/connections | 0           | directories[0].connections is not a whole number from 1 to 1000
            /directories/0/watch       | "notify"    | directories[0].watch is "notify"; it is one of: usn, dirsync
            /directories/0/bind/method | "sasl"      | directories[0].bind.method is "sasl"; it is one of: simple, gssapi, external
            /directories/0/bind/password | "secret"  | directories[0].bind.password is refused, because a password does not belong in a configuration; name a passwordFile or a passwordEnv
            /directories/0/bind/passwordEnv | "PW"   | directories[0].bind.passwordEnv is there beside passwordFile; name one of them
            /directories/0/bind        | {"dn":"x"}  | directories[0].bind.passwordFile is missing; name the file that holds the password, or a passwordEnv
            /directories/0/bind        | {"dn":"x","passwordEnv":"P","keytab":"k"} | directories[0].bind.keytab says nothing with the method simple; take it out, or name the method that it is for
            /directories/0/bind        | {"method":"gssapi","dn":"x","principal":"s@R","keytab":"k"} | directories[0].bind.dn says nothing with the method gssapi; take it out, or name the method that it is for
            /directories/0/bind        | {"method":"gssapi","keytab":"k"} | directories[0].bind.principal is missing; it is a text such as "svc-writeback@CORP.EXAMPLE"
            /directories/0/bind        | {"method":"gssapi","principal":"svc","keytab":"k"} | directories[0].bind.principal has no realm; write it like svc-writeback@CORP.EXAMPLE, or add a realm
            /directories/0/bind        | {"method":"gssapi","principal":"svc@A","realm":"B","keytab":"k"} | directories[0].bind.realm is not the one in the principal; leave it out, or name the same
            /directories/0/bind        | {"method":"gssapi","principal":"svc@R"} | directories[0].bind.keytab is missing; name the file of the account's keys, or a ticketCache, which is a file or "default"
            /directories/0/bind        | {"method":"gssapi","principal":"svc@R","keytab":"k","ticketCache":"c"} | directories[0].bind.ticketCache is there beside keytab; name one of them
            /directories/0/bind        | {"method":"gssapi","principal":"svc@R","keytab":"k","kdc":"dc1:88"} | directories[0].bind.kdc is not a host; it is one such as dc1.corp.example, without a port
            /directories/0/bind        | {"method":"external"} | directories[0].bind.certificateFile is missing; name the certificate and its keyFile, both PEM, or a keyStore, which is PKCS #12
            /directories/0/bind        | {"method":"external","certificateFile":"c"} | directories[0].bind.keyFile is missing; name the file that holds the certificate's private key as PEM
            /directories/0/bind        | {"method":"external","keyStore":"s"} | directories[0].bind.passwordFile is missing; name the file that holds the password of the key store, or a passwordEnv
            /directories/0/bind        | {"method":"external","keyStore":"s","passwordEnv":"P","keyFile":"k"} | directories[0].bind.keyStore is there beside certificateFile or keyFile; it holds both, name one or the other
            /directories/0/bind        | {"method":"external","keyStore":"s","password":"P"} | directories[0].bind.password is refused, because a password does not belong in a configuration; name a passwordFile or a passwordEnv
            /directories/0/bind        | "x"         | directories[0].bind is not an object; it is one with some of: method, dn, passwordFile, passwordEnv, password, principal, keytab, ticketCache, realm, kdc, certificateFile, keyFile, keyStore
            /profile                   | "exchange-onlin" | profile is "exchange-onlin", which is neither a built-in profile nor a file; did you mean exchange-online?
            /acceptedDomains           | "x.example" | acceptedDomains is not an array of texts; it is one, such as ["contoso.example"]
            /acceptedDomains           | []          | acceptedDomains is empty, so no address could be written; name the domains, or take it out for all
            /acceptedDomains           | ["a.example","*.b.example","ada@c.example"] | acceptedDomains[2] is not a domain; it is one such as contoso.example, or *.contoso.example for all below it
            /scope/groups              | ["x"]       | scope.groups[0] is neither a distinguished name such as CN=Pilot,OU=Groups,DC=corp,DC=example nor <GUID=...>
            /scope/groups              | ["<GUID=x>"] | scope.groups[0] is neither a distinguished name such as CN=Pilot,OU=Groups,DC=corp,DC=example nor <GUID=...>
            /scope/filter              | "(a=b"      | scope.filter is not an LDAP filter, which reads like (&(objectClass=user)(department=Sales))
            /scope/organizationalUnits | ["People"]  | scope.organizationalUnits[0] is neither a distinguished name such as OU=People,DC=corp,DC=example nor <GUID=...>
            /scope/organizationalUnits | ["OU=x"]    | scope.organizationalUnits[0] is outside directories[0].baseDn; it is a name below it
            /scope/privilegedEntries   | ["CN=Boss","<GUID=12345678>"] | scope.privilegedEntries[1] names no entry; it is a distinguished name, or <GUID=...> with the objectGUID in its dashed form
            /scope/privilegedEntries   | ["<SID=S-1-5-21-1-2-3-500>"] | scope.privilegedEntries[0] names no entry; it is a distinguished name, or <GUID=...> with the objectGUID in its dashed form
            /scope/privilegedEntry     | []          | scope.privilegedEntry is unknown; did you mean privilegedEntries?
            /store/type                | "memory"    | store.url says nothing for a store in memory; take it out, or say "type": "jdbc"
            /store/type                | "file"      | store.type is "file"; it is one of: memory, jdbc. store.url says nothing for a store in memory; take it out, or say "type": "jdbc"
            /status/type               | "csv"       | status.type is "csv"; it is one of: jsonl
            /limits/destructiveChanges | -1          | limits.destructiveChanges is not a whole number of 0 or more
            /limits/destructiveChange  | 1           | limits.destructiveChange is unknown; did you mean destructiveChanges?
            /limits/addresses          | -1          | limits.addresses is not a whole number of 0 or more
            /limits/entries            | "many"      | limits.entries is not a whole number of 0 or more
            /limits/percent            | 10          | limits.percent is not an object; it is one with some of: destructiveChanges, addresses, entries
            /limits/percent            | {"entris":1} | limits.percent.entris is unknown; did you mean entries?
            /limits/hour               | {"addresses":1.5} | limits.hour.addresses is not a whole number of 0 or more
            /limits/hour               | {"percent":{"addresses":-2}} | limits.hour.percent.addresses is not a whole number of 0 or more
            /limits/hour               | {"failedPercent":1} | limits.hour.failedPercent is unknown; known are: destructiveChanges, addresses, entries, percent
            /limits/failedPercent      | 101         | limits.failedPercent is not a whole number from 0 to 100
            /limits/missingPercent     | 0           | limits.missingPercent is not a whole number from 1 to 100
            /limits/writesPerSecond    | 0           | limits.writesPerSecond is not a whole number of 1 or more
            /limits/writesPerSecond    | 1.5         | limits.writesPerSecond is not a whole number of 1 or more
            /retry/first               | "30s"       | retry.first is not a duration; write it like PT30S, PT5M or PT6H
            /retry/first               | "PT0S"      | retry.first is not more than nothing; write it like PT30S, PT5M or PT6H
            /retry/max                 | "PT1S"      | retry.max is shorter than retry.first; it is at least as long
            """)
    void what_cannot_be_used_is_one_line_that_names_the_key(String pointer, String value, String problem)
            throws IOException {
        Launch launch = launch(changed(json -> put(json, pointer, value)));

        assertThat(launch.err()).isEqualTo(folder.resolve("agent.json") + ": " + problem + "\n");
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"domain":"corp.example"} | corp.example | `` |
            {"domain":"corp.example","site":"Branch","nameServers":["192.0.2.53","ns1:5353"]} | corp.example | Branch | 192.0.2.53,ns1:5353
            """)
    void a_domain_takes_the_place_of_servers(String words, String name, String site, String nameServers)
            throws IOException {
        Configuration configuration = read(changed(json -> {
            ObjectNode directory = (ObjectNode) json.at("/directories/0");
            directory.remove("servers");
            directory.setAll((ObjectNode) tree(words));
        }));

        DomainSettings domain = configuration.directories().get(0).domain().orElseThrow();
        assertThat(domain.name()).isEqualTo(name);
        assertThat(domain.site().orElse("")).isEqualTo(site);
        assertThat(String.join(",", domain.nameServers())).isEqualTo(nameServers == null ? "" : nameServers);
        assertThat(configuration.directories().get(0).servers()).isEmpty();
        assertThat(configuration.directories().get(0).tls()).isEqualTo(Tls.LDAPS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"domain":"corp"}                        | domain is not a domain; it is one such as corp.example
            {"domain":"ldap://corp.example"}         | domain is not a domain; it is one such as corp.example
            {"domain":"corp.example","site":"a.b"}   | site is not a site; it is the name of one such as Default-First-Site-Name
            {"domain":"corp.example","nameServers":"ns1"} | nameServers is not an array of texts; it is one, such as ["192.0.2.53"]
            """)
    void a_domain_that_cannot_be_one_is_named(String words, String problem) throws IOException {
        Launch launch = launch(changed(json -> {
            ObjectNode directory = (ObjectNode) json.at("/directories/0");
            directory.remove("servers");
            directory.setAll((ObjectNode) tree(words));
        }));

        assertThat(launch.err()).isEqualTo(folder.resolve("agent.json") + ": directories[0]." + problem + "\n");
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void each_way_to_sign_in_is_read() throws IOException {
        assertThat(bind("{\"method\":\"gssapi\",\"principal\":\"svc@CORP.EXAMPLE\",\"keytab\":\"k\",\"kdc\":\"dc1\"}"))
                .isEqualTo(new BindSettings.Gssapi(
                        "svc@CORP.EXAMPLE", Optional.of(folder.resolve("k")), Optional.empty(), Optional.of("dc1")));
        assertThat(bind("{\"method\":\"gssapi\",\"principal\":\"svc\",\"realm\":\"R\",\"ticketCache\":\"c\"}"))
                .isEqualTo(new BindSettings.Gssapi(
                        "svc@R", Optional.empty(), Optional.of(folder.resolve("c")), Optional.empty()));
        assertThat(bind("{\"method\":\"gssapi\",\"principal\":\"svc@R\",\"ticketCache\":\"default\"}"))
                .isEqualTo(new BindSettings.Gssapi("svc@R", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(bind("{\"method\":\"external\",\"certificateFile\":\"c\",\"keyFile\":\"k\"}"))
                .isEqualTo(new BindSettings.Pem(folder.resolve("c"), folder.resolve("k")));
        assertThat(bind("{\"method\":\"external\",\"keyStore\":\"s\",\"passwordEnv\":\"P\"}"))
                .isEqualTo(new BindSettings.KeyStore(
                        folder.resolve("s"), new Secret.InEnvironment("directories[0].bind.passwordEnv", "P")));
    }

    @Test
    void kerberos_makes_do_without_tls_where_every_server_is_without() throws IOException {
        String kerberos = "{\"method\":\"gssapi\",\"principal\":\"svc@R\",\"keytab\":\"k\"}";

        assertThat(protection(kerberos, "[\"ldap://dc1\",\"ldap://dc2\"]")).isEqualTo(Tls.NONE);
        assertThat(protection(kerberos, "[\"ldaps://dc1\"]")).isEqualTo(Tls.LDAPS);
    }

    @Test
    void a_certificate_is_not_shown_without_tls() throws IOException {
        Launch launch = launch(changed(json -> {
            put(json, "/directories/0/servers", "[\"ldap://dc1\"]");
            put(json, "/directories/0/tls", "{\"mode\":\"none\"}");
            put(json, "/directories/0/bind", "{\"method\":\"external\",\"certificateFile\":\"c\",\"keyFile\":\"k\"}");
        }));

        assertThat(launch.err())
                .endsWith(
                        ": directories[0].tls.mode is none, which shows no certificate to anybody; it is ldaps or starttls\n");
    }

    @Test
    void several_problems_are_all_in_the_one_line() throws IOException {
        assertThat(launch("{\"source\":{},\"colour\":1,\"retry\":{\"fist\":\"PT1S\"}}")
                        .err())
                .isEqualTo(folder.resolve("agent.json")
                        + ": colour is unknown; known are: source, directories, profile, acceptedDomains, scope, store, status, limits, retry, clockSkew, uniqueness."
                        + " source.path is missing; it is a text such as \"feed\"."
                        + " directories is missing; it is an array with one object such as"
                        + " {\"servers\": [\"ldaps://dc1.corp.example:636\"], \"baseDn\": ..., \"bind\": ...}."
                        + " retry.fist is unknown; did you mean first?\n");
    }

    @Test
    void a_profile_document_is_read_and_its_problems_are_named() throws IOException {
        Files.writeString(
                folder.resolve("profile.json"), "{\"name\":\"p\",\"rules\":[{\"target\":\"mial\",\"source\":\"x\"}]}");

        assertThat(launch(changed(json -> json.put("profile", "profile.json"))).err())
                .isEqualTo(folder.resolve("agent.json")
                        + ": profile cannot be used: rules[0].target: mial is not an attribute that Writeback knows"
                        + " (did you mean mail?)\n");

        Files.writeString(
                folder.resolve("profile.json"), "{\"name\":\"p\",\"rules\":[{\"target\":\"mail\",\"source\":\"x\"}]}");
        assertThat(read(changed(json -> json.put("profile", "profile.json")))
                        .profile()
                        .name())
                .isEqualTo("p");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"source":         | :1:11 is not JSON, or states a key twice; write one JSON object
            {"store":{},"store":{}} | :1:20 is not JSON, or states a key twice; write one JSON object
            []                 | ` is not a JSON object; it is one with some of: source, directories, profile, acceptedDomains, scope, store, status, limits, retry, clockSkew, uniqueness`
            """)
    void a_file_that_is_no_configuration_is_named(String text, String problem) throws IOException {
        assertThat(launch(text).err()).isEqualTo(folder.resolve("agent.json") + problem + "\n");
    }

    @Test
    void a_missing_file_is_named() {
        Launch launch = Launch.of("--config", folder.resolve("agent.json").toString(), "run");

        assertThat(launch.err())
                .isEqualTo(folder.resolve("agent.json")
                        + " does not exist; write one, or name another with --config FILE\n");
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void a_password_that_is_not_there_is_named() throws IOException {
        Path secret = folder.resolve("secret.txt");
        assertThat(launch(SAMPLE).err())
                .isEqualTo("directories[0].bind.passwordFile: " + secret
                        + " does not exist; it must hold the password and nothing else\n");
        Files.writeString(secret, "\n");
        assertThat(launch(SAMPLE).err())
                .isEqualTo("directories[0].bind.passwordFile: " + secret + " is empty; it must hold the password\n");
        Launch launch = launch(changed(json -> {
            ObjectNode bind = (ObjectNode) json.at("/directories/0/bind");
            bind.remove("passwordFile");
            bind.put("passwordEnv", "WRITEBACK_PASSWORD");
        }));
        assertThat(launch.err())
                .isEqualTo("directories[0].bind.passwordEnv: the environment variable WRITEBACK_PASSWORD is not set,"
                        + " or empty; it must hold the password\n");
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void a_password_is_taken_without_the_line_end_after_it() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), " p w \r\n");
        assertThat(new Secret.InFile("key", secret).read(Map.of())).containsExactly(" p w ".toCharArray());
        assertThat(new Secret.InEnvironment("key", "PW").read(Map.of("PW", "x")))
                .containsExactly('x');
    }

    @Test
    void a_ca_file_that_cannot_be_used_is_named() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "x");

        assertThat(launch(SAMPLE).err())
                .isEqualTo(folder.resolve("agent.json") + ": directories[0]: the CA file " + folder.resolve("ca.pem")
                        + " cannot be read; it must hold the PEM certificates of the authorities to trust\n");
    }

    @Test
    void the_schema_knows_the_keys_that_the_reader_knows() throws IOException {
        JsonNode schema;
        try (InputStream in = Agent.class.getResourceAsStream("agent.schema.json")) {
            schema = JSON.readTree(Objects.requireNonNull(in));
        }
        assertThat(known("", json -> json)).isEqualTo(keys(schema));
        for (String section : List.of("source", "scope", "store", "status", "limits", "retry")) {
            assertThat(known(section, json -> json.withObject("/" + section)))
                    .as(section)
                    .isEqualTo(keys(schema.at("/properties/" + section)));
        }
        for (String section : List.of("percent", "hour", "hour.percent")) {
            String pointer = section.equals("hour") ? "/properties/limits/properties/hour" : "/$defs/budget";
            assertThat(known("limits." + section, json -> json.withObject("/limits/" + section.replace('.', '/'))))
                    .as(section)
                    .isEqualTo(keys(schema.at(pointer)));
        }
        JsonNode directory = schema.at("/properties/directories/items");
        assertThat(known("directories[0]", json -> (ObjectNode) json.at("/directories/0")))
                .isEqualTo(keys(directory));
        assertThat(known("directories[0].bind", json -> (ObjectNode) json.at("/directories/0/bind")))
                .isEqualTo(keys(directory.at("/properties/bind")));
        assertThat(known("directories[0].tls", json -> (ObjectNode) json.at("/directories/0/tls")))
                .isEqualTo(keys(directory.at("/properties/tls")));
    }

    /** What the reader lists as known when it meets a key that is like none. */
    private List<String> known(String path, java.util.function.Function<ObjectNode, ObjectNode> section)
            throws IOException {
        String place = path.isEmpty() ? "zzzzzzzz" : path + ".zzzzzzzz";
        String line =
                launch(changed(json -> section.apply(json).put("zzzzzzzz", 1))).err();
        String begin = place + " is unknown; known are: ";
        assertThat(line).contains(begin);
        return List.of(
                line.substring(line.indexOf(begin) + begin.length()).strip().split(", "));
    }

    private static List<String> keys(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String changed(java.util.function.Consumer<ObjectNode> change) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(SAMPLE);
        change.accept(json);
        return json.toString();
    }

    private static void put(ObjectNode json, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = last == 0 ? json : json.at(pointer.substring(0, last));
        assertThat(parent).isNotInstanceOf(ArrayNode.class);
        ((ObjectNode) parent).set(pointer.substring(last + 1), AgentFolder.json(value));
    }

    private Configuration read(String text) throws IOException {
        return ConfigurationReader.read(Files.writeString(folder.resolve("agent.json"), text));
    }

    private BindSettings bind(String words) throws IOException {
        return read(changed(json -> put(json, "/directories/0/bind", words)))
                .directories()
                .get(0)
                .bind();
    }

    private Tls protection(String bind, String servers) throws IOException {
        return read(changed(json -> {
                    put(json, "/directories/0/bind", bind);
                    put(json, "/directories/0/servers", servers);
                }))
                .directories()
                .get(0)
                .tls();
    }

    private static JsonNode tree(String words) {
        try {
            return JSON.readTree(words);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Launch launch(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("agent.json"), text);
        return Launch.of("run", "--config", file.toString());
    }
}
