package dev.writeback.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.DirectorySink;
import dev.writeback.testkit.contract.DirectoryUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenLDAP server that {@code ad-lab/openldap.sh} started, and an organizational unit of the test's own on it. */
final class OpenLdap implements DirectoryUnderTest {

    private static final String PROPERTY = "openldap.lab";
    private static final AtomicInteger UNITS = new AtomicInteger();

    private final Map<String, String> env;
    private final LDAPConnection admin;
    private final String unit;
    private final LdapDirectory sink;

    private OpenLdap(Map<String, String> env) throws LDAPException {
        this.env = env;
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setResponseTimeoutMillis(60_000);
        this.admin = new LDAPConnection(
                options, env("OPENLDAP_HOST"), port(), env("OPENLDAP_ADMIN_DN"), env("OPENLDAP_ADMIN_PASSWORD"));
        this.unit = "ou=test-%d-%d,%s"
                .formatted(ProcessHandle.current().pid(), UNITS.incrementAndGet(), env("OPENLDAP_PEOPLE_DN"));
        admin.add(new AddRequest(unit, new Attribute("objectClass", "organizationalUnit")));
        this.sink = LdapDirectory.open(settings().build());
    }

    /** The server that the system property {@code openldap.lab} names; a test without one fails, it is never skipped. */
    static OpenLdap running() {
        try {
            return new OpenLdap(read(System.getProperty(PROPERTY)));
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> read(@Nullable String file) {
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("The tests against OpenLDAP need -D" + PROPERTY
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

    /** The service account's settings, over TLS. */
    LdapSettings.Builder settings() {
        return LdapSettings.builder()
                .servers(List.of("ldaps://" + env("OPENLDAP_HOST") + ":" + env("OPENLDAP_TLS_PORT")))
                .baseDn(Dn.of(unit))
                .caFile(Path.of(env("OPENLDAP_CA_FILE")))
                .bind(env("OPENLDAP_SVC_DN"), () -> env("OPENLDAP_SVC_PASSWORD").toCharArray());
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
        return LdapDirectory.open(settings().servers(List.of("ldaps://127.0.0.1:1")).build());
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
        byte[][] raw = values.stream().map(OpenLdap::bytes).toArray(byte[][]::new);
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
            boolean binary = attribute.equals(Ask.MAILBOX_GUID);
            return found == null
                    ? List.of()
                    : Stream.of(found.getRawValues())
                            .map(raw -> binary
                                    ? AttributeValue.octets(raw.getValue())
                                    : AttributeValue.text(raw.stringValue()))
                            .toList();
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
            for (SearchResultEntry entry :
                    admin.search(unit, SearchScope.ONE, "(objectClass=*)", "1.1").getSearchEntries()) {
                admin.delete(entry.getDN());
            }
            admin.delete(unit);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    private int port() {
        return Integer.parseInt(env("OPENLDAP_PORT"));
    }

    private String env(String name) {
        String value = env.get(name);
        if (value == null) {
            throw new IllegalStateException("openldap.env has no line " + name + "=...");
        }
        return value;
    }

    private static byte[] bytes(AttributeValue value) {
        return value instanceof AttributeValue.Octets octets
                ? octets.bytes()
                : value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
