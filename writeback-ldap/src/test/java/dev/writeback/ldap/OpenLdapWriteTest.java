package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What OpenLDAP can do that Active Directory cannot. */
@Tag("ad")
class OpenLdapWriteTest {

    private static final AttributeName ADDRESSES = AttributeName.of("proxyAddresses");

    private PlainServer server;
    private ObjectGuid ada;
    private DirectoryEntry before;

    @BeforeEach
    void open() {
        server = PlainServer.openLdap();
        ada = server.add("ada");
        server.set(ada, ADDRESSES, values("SMTP:a@x.test", "smtp:b@x.test"));
        before = entry((LdapDirectory) server.sink(), ada);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_primary_address_that_somebody_swapped_meanwhile_is_seen() {
        server.set(ada, ADDRESSES, values("smtp:a@x.test", "SMTP:b@x.test"));

        WriteOutcome outcome = write(
                (LdapDirectory) server.sink(),
                before,
                change(ADDRESSES, values("SMTP:a@x.test"), values("smtp:a@x.test", "SMTP:c@x.test")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(server.values(ada, ADDRESSES))
                .containsExactlyInAnyOrderElementsOf(values("smtp:a@x.test", "SMTP:b@x.test"));
    }

    @Test
    void what_is_spelled_as_it_was_read_is_written() {
        WriteOutcome outcome = write(
                (LdapDirectory) server.sink(),
                before,
                change(
                        ADDRESSES,
                        values("SMTP:a@x.test", "smtp:b@x.test"),
                        values("smtp:a@x.test", "SMTP:b@x.test", "smtp:(*)\\x@x.test")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(server.values(ada, ADDRESSES))
                .contains(values("SMTP:b@x.test").get(0));
    }

    @Test
    void an_entry_that_was_moved_meanwhile_is_read_again_and_one_that_is_gone_is_missing() throws LDAPException {
        server.admin().modifyDN(server.find(ada).getDN(), "cn=countess", true);
        assertThat(write(
                        (LdapDirectory) server.sink(),
                        before,
                        change(ADDRESSES, values("smtp:b@x.test"), values("smtp:c@x.test"))))
                .isInstanceOf(WriteOutcome.Stale.class);

        DirectoryEntry moved = entry((LdapDirectory) server.sink(), ada);
        assertThat(moved.id().dn().value()).startsWith("cn=countess,");
        server.delete(ada);
        assertThat(write(
                        (LdapDirectory) server.sink(),
                        moved,
                        change(ADDRESSES, values("smtp:b@x.test"), values("smtp:c@x.test"))))
                .isInstanceOf(WriteOutcome.Missing.class);
    }
}
