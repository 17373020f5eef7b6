package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.WatchRead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An LDAP server that is not Active Directory: entries have an {@code entryUUID} and are addressed by their DN. */
class OtherServerTest {

    private static final AttributeName TITLE = AttributeName.of("title");
    private static final AttributeName EMPLOYEE_TYPE = AttributeName.of("employeeType");
    private static final String ADA = "uid=ada,dc=x";

    private InMemoryDirectoryServer server;
    private LdapDirectory directory;
    private ObjectGuid ada;

    @BeforeEach
    void start() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x");
        config.addAdditionalBindCredentials("cn=us", "pa55");
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("plain"));
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        server.add("dn: dc=x", "objectClass: domain", "dc: x");
        server.add("dn: " + ADA, "objectClass: inetOrgPerson", "uid: ada", "cn: Ada", "sn: L", "title: Countess");
        ada = new ObjectGuid(UUID.fromString(server.getEntry(ADA, "entryUUID").getAttributeValue("entryUUID")));
        directory = LdapDirectory.open(LdapSettings.builder()
                .servers(List.of("ldap://localhost:" + server.getListenPort()))
                .tls(LdapSettings.Tls.NONE)
                .baseDn(Dn.of("dc=x"))
                .bind("cn=us", "pa55"::toCharArray)
                .build());
    }

    @AfterEach
    void stop() {
        directory.close();
        server.shutDown(true);
    }

    @Test
    void an_entry_is_found_by_its_entry_uuid_or_its_name() {
        assertThat(found(new Anchor.ImmutableId(ada)).values(TITLE)).isEqualTo(values("Countess"));
        assertThat(found(new Anchor.DistinguishedName(Dn.of("UID=Ada, DC=x")))
                        .id()
                        .guid())
                .isEqualTo(ada);
        assertThat(lookup(new Anchor.ImmutableId(new ObjectGuid(new UUID(1, 2)))))
                .isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void a_write_lands_on_what_was_read_or_is_stale() throws LDAPException {
        DirectoryEntry before = found(new Anchor.ImmutableId(ada));

        assertThat(write(directory, before, change(TITLE, values("Countess"), values("Analyst"))))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(write(directory, before, change(TITLE, values("Countess"), values("Poet"))))
                .isInstanceOf(WriteOutcome.Stale.class);
        assertThat(server.getEntry(ADA).getAttributeValue("title")).isEqualTo("Analyst");
    }

    @Test
    void what_the_schema_does_not_know_or_the_entry_is_gone_is_told() throws LDAPException {
        DirectoryEntry before = found(new Anchor.ImmutableId(ada));

        WriteOutcome unknown =
                write(directory, before, change(AttributeName.of("noSuchAttribute"), List.of(), values("x")));
        server.delete(ADA);
        WriteOutcome gone = write(directory, before, change(TITLE, values("Countess"), values("Poet")));

        assertThat(unknown).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(((WriteOutcome.Rejected) unknown).problem().code()).isEqualTo(ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND);
        assertThat(gone).isInstanceOf(WriteOutcome.Missing.class);
    }

    @Test
    void a_check_tells_what_the_server_is_and_what_its_schema_lacks() {
        List<Finding> findings = directory.check(new CheckRequest(
                Map.of(
                        TITLE,
                        AttributeSyntax.CASE_IGNORE,
                        EMPLOYEE_TYPE,
                        AttributeSyntax.INTEGER,
                        AttributeName.of("proxyAddresses"),
                        AttributeSyntax.ADDRESS),
                List.of(),
                Instant.EPOCH));

        assertThat(findings)
                .extracting(it -> it.level() + " " + it.topic() + " " + it.message())
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).startsWith("OK reach"),
                        it -> assertThat(it).startsWith("WARNING tls").contains("not encrypted"),
                        it -> assertThat(it).startsWith("OK sign-in"),
                        it -> assertThat(it).startsWith("OK directory").contains("other than Active Directory"),
                        it -> assertThat(it).startsWith("ERROR schema").contains("lacks proxyAddresses"),
                        it -> assertThat(it).startsWith("ERROR schema").contains("employeeType", "INTEGER"),
                        it -> assertThat(it).startsWith("OK rights").contains("does not tell"),
                        it -> assertThat(it).startsWith("OK uniqueness").contains("below dc=x"),
                        it -> assertThat(it).startsWith("WARNING watch").contains("does not count its changes"));
    }

    @Test
    void a_server_that_does_not_count_its_changes_cannot_be_watched() {
        WatchRead read = directory.watch().orElseThrow().read(null, Map.of(TITLE, AttributeSyntax.CASE_IGNORE));

        assertThat(read).isInstanceOf(WatchRead.Unavailable.class);
        assertThat(((WatchRead.Unavailable) read).problem().reason()).contains("does not count its changes");
    }

    @Test
    void an_entry_has_the_time_of_its_last_modification() throws LDAPException {
        Instant modified = server.getEntry(ADA, "modifyTimestamp")
                .getAttributeValueAsDate("modifyTimestamp")
                .toInstant();
        LookupOutcome outcome = directory
                .lookup(new LookupRequest(
                        List.of(List.of(new Anchor.ImmutableId(ada))),
                        Map.of(TITLE, AttributeSyntax.CASE_IGNORE),
                        Set.of(TITLE)))
                .get(0);

        assertThat(((LookupOutcome.Found) outcome).entry().changed()).isEqualTo(Map.of(TITLE, modified));
    }

    private LookupOutcome lookup(Anchor anchor) {
        return directory
                .lookup(new LookupRequest(List.of(List.of(anchor)), Map.of(TITLE, AttributeSyntax.CASE_IGNORE)))
                .get(0);
    }

    private DirectoryEntry found(Anchor anchor) {
        LookupOutcome outcome = lookup(anchor);
        assertThat(outcome).isInstanceOf(LookupOutcome.Found.class);
        return ((LookupOutcome.Found) outcome).entry();
    }
}
