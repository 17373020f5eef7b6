package dev.writeback.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A server that is not Active Directory, with its attributes in the schema, and an organizational unit of the test's own:
 * the OpenLDAP that {@code ad-lab/openldap.sh} started, or the server in memory that UnboundID's SDK has.
 */
final class PlainServer implements DirectoryUnderTest {

    private static final String PROPERTY = "openldap.lab";
    private static final AtomicInteger UNITS = new AtomicInteger();

    private final LDAPConnection admin;
    private final String unit;
    private final UnaryOperator<LdapSettings.Builder> settings;
    private final Runnable end;
    private final LdapDirectory sink;

    private PlainServer(LDAPConnection admin, String parent, UnaryOperator<LdapSettings.Builder> settings, Runnable end)
            throws LDAPException {
        this.admin = admin;
        this.settings = settings;
        this.end = end;
        this.unit = "ou=test-%d-%d,%s".formatted(ProcessHandle.current().pid(), UNITS.incrementAndGet(), parent);
        admin.add(new AddRequest(unit, new Attribute("objectClass", "organizationalUnit")));
        this.sink = LdapDirectory.open(settings().build());
    }

    /** The server that the system property {@code openldap.lab} names; a test without one fails, it is never skipped. */
    static PlainServer openLdap() {
        Map<String, String> env = read(System.getProperty(PROPERTY));
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(60_000);
        String host = Objects.requireNonNull(env.get("OPENLDAP_HOST"));
        try {
            return new PlainServer(
                    new LDAPConnection(
                            options,
                            host,
                            Integer.parseInt(Objects.requireNonNull(env.get("OPENLDAP_PORT"))),
                            env.get("OPENLDAP_ADMIN_DN"),
                            env.get("OPENLDAP_ADMIN_PASSWORD")),
                    Objects.requireNonNull(env.get("OPENLDAP_PEOPLE_DN")),
                    settings -> settings.servers(List.of("ldaps://" + host + ":" + env.get("OPENLDAP_TLS_PORT")))
                            .caFile(Path.of(Objects.requireNonNull(env.get("OPENLDAP_CA_FILE"))))
                            .bind(
                                    Objects.requireNonNull(env.get("OPENLDAP_SVC_DN")),
                                    () -> Objects.requireNonNull(env.get("OPENLDAP_SVC_PASSWORD"))
                                            .toCharArray()),
                    () -> {});
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    /** A server in memory, with its standard schema and that of {@code ad-lab/schema/standalone.ldif}. */
    static PlainServer inMemory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x");
            config.addAdditionalBindCredentials("cn=us", "pa55");
            config.setSchema(Schema.mergeSchemas(
                    Schema.getDefaultStandardSchema(),
                    Schema.getSchema(List.of(new File("../ad-lab/schema/standalone.ldif")))));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.startListening();
            server.add("dn: dc=x", "objectClass: domain", "dc: x");
            return new PlainServer(
                    server.getConnection(),
                    "dc=x",
                    settings -> settings.servers(List.of("ldap://127.0.0.1:" + server.getListenPort()))
                            .tls(LdapSettings.Tls.NONE)
                            .bind("cn=us", "pa55"::toCharArray),
                    () -> server.shutDown(true));
        } catch (LDAPException | LDIFException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> read(@Nullable String file) {
        if (file == null || file.isBlank()) {
            throw new IllegalStateException(
                    "The tests against OpenLDAP need -D" + PROPERTY
                            + "=DIR/openldap.env, which is not given: start a server with `ad-lab/openldap.sh up DIR` and name its openldap.env.");
        }
        Map<String, String> env = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                int equals = line.indexOf('=');
                env.put(line.substring(0, equals), line.substring(equals + 1).replace("'", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("-D" + PROPERTY + "=" + file + " cannot be read", e);
        }
        return env;
    }

    LdapSettings.Builder settings() {
        return settings.apply(LdapSettings.builder().baseDn(Dn.of(unit)));
    }

    LDAPConnection admin() {
        return admin;
    }

    String unit() {
        return unit;
    }

    @Override
    public DirectorySink sink() {
        return sink;
    }

    @Override
    public DirectorySink unreachable() {
        return LdapDirectory.open(settings()
                .servers(List.of(
                        settings().build().tls() == LdapSettings.Tls.NONE
                                ? "ldap://127.0.0.1:1"
                                : "ldaps://127.0.0.1:1"))
                .build());
    }

    @Override
    public ObjectGuid add(String name) {
        try {
            // The schema of the lab has objectGUID, as a server has it that was filled from Active Directory.
            ObjectGuid guid = new ObjectGuid(UUID.randomUUID());
            admin.add(new AddRequest(
                    "cn=" + name + "," + unit,
                    new Attribute("objectClass", "inetOrgPerson", "adEntry", "adMailbox"),
                    new Attribute("sn", name),
                    new Attribute("objectGUID", guid.toBytes())));
            return guid;
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void set(ObjectGuid entry, AttributeName attribute, List<AttributeValue> values) {
        byte[][] raw = Ask.raw(values);
        try {
            admin.modify(find(entry).getDN(), new Modification(ModificationType.REPLACE, attribute.value(), raw));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<AttributeValue> values(ObjectGuid entry, AttributeName attribute) {
        try {
            Attribute found = find(entry).getAttribute(attribute.value());
            return Ask.read(attribute, found);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void delete(ObjectGuid entry) {
        try {
            admin.delete(find(entry).getDN());
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    SearchResultEntry find(ObjectGuid guid) throws LDAPException {
        return admin.search(unit, SearchScope.SUB, EntryNaming.OBJECT_GUID.byGuid(guid))
                .getSearchEntries()
                .get(0);
    }

    @Override
    public void close() {
        sink.close();
        try (admin) {
            for (SearchResultEntry entry : admin.search(unit, SearchScope.ONE, "(objectClass=*)", "1.1")
                    .getSearchEntries()) {
                admin.delete(entry.getDN());
            }
            admin.delete(unit);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        } finally {
            end.run();
        }
    }
}
