package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.directory.ServerState;
import dev.writeback.testkit.time.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two domain controllers that have the same entries; the first may be one that takes no writes. */
class ReadOnlyServerTest {

    private final SettableClock time = SettableClock.at(InstantSource.system().instant());
    private MemoryDomain first;
    private MemoryDomain second;
    private ObjectGuid guid;
    private LdapDirectory directory;

    @BeforeEach
    void open() throws LDAPException {
        first = MemoryDomain.start();
        second = MemoryDomain.start();
        guid = first.guid(first.addUser("ada", new Attribute("extensionAttribute1", "one")));
        second.addUser("ada", new Attribute("extensionAttribute1", "one"));
        directory = LdapDirectory.open(both().build(), time);
    }

    @AfterEach
    void close() {
        directory.close();
        first.close();
        second.close();
    }

    @Test
    void a_read_only_controller_is_left_before_anything_is_read_from_it() {
        first.directory().become(ServerState.READ_ONLY);

        DirectoryEntry read = entry(directory, guid);

        assertThat(read.server()).isEqualTo(name(second));
        assertThat(write(directory, read, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(first.directory().counts().of(Operation.MODIFY)).isZero();
    }

    @Test
    void one_that_has_not_caught_up_is_left_until_it_has() {
        first.directory().become(ServerState.NOT_SYNCHRONIZED);
        assertThat(entry(directory, guid).server()).isEqualTo(name(second));
        first.directory().become(ServerState.WRITABLE);

        time.advance(Duration.ofSeconds(10));
        assertThat(entry(directory, guid).server()).isEqualTo(name(second));
        time.advance(Duration.ofSeconds(60));

        assertThat(entry(directory, guid).server()).isEqualTo(name(first));
    }

    @Test
    void a_controller_that_refers_a_write_to_another_is_left_and_the_entry_read_there() {
        DirectoryEntry fromFirst = entry(directory, guid);
        first.directory().become(ServerState.READ_ONLY);

        WriteOutcome referred = write(directory, fromFirst, change(EA1, values("one"), values("two")));
        DirectoryEntry fromSecond = entry(directory, guid);

        assertThat(referred).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(((WriteOutcome.Stale) referred).problem().reason()).contains("refers to another server");
        assertThat(fromSecond.server()).isEqualTo(name(second));
        assertThat(write(directory, fromSecond, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Applied.class);
        time.advance(Duration.ofMinutes(5));
        assertThat(entry(directory, guid).server()).isEqualTo(name(second));
    }

    @Test
    void one_sentence_says_why_there_is_none_to_use() {
        first.directory().become(ServerState.READ_ONLY);
        second.directory().become(ServerState.READ_ONLY);

        LookupOutcome outcome = Ask.lookup(directory, new Anchor.ImmutableId(guid));

        assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(((LookupOutcome.Unavailable) outcome).problem().reason())
                .isEqualTo(name(first) + " is a read-only domain controller (RODC), which takes no writes.");
        assertThat(((LookupOutcome.Unavailable) outcome).problem().code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
    }

    @Test
    void a_check_names_the_one_that_cannot_be_used() {
        first.directory().become(ServerState.READ_ONLY);

        List<Finding> findings = directory.check(new CheckRequest(Map.of(), List.of(), time.instant()));

        assertThat(findings)
                .filteredOn(finding -> finding.level() != Finding.Level.OK)
                .extracting(finding -> finding.level() + " " + finding.topic() + " " + finding.message())
                .contains("WARNING reach " + name(first)
                        + " is a read-only domain controller (RODC), which takes no writes.");
    }

    @Test
    void the_controllers_of_a_domain_are_found_and_a_retired_one_is_dropped() throws IOException {
        String records = "_ldap._tcp.dc._msdcs.corp.example";
        ServiceRecord one = new ServiceRecord(0, 100, first.plainPort(), "localhost");
        ServiceRecord two = new ServiceRecord(1, 100, second.plainPort(), "localhost");
        try (NameServer dns = new NameServer();
                LdapDirectory found = LdapDirectory.open(
                        first.settings()
                                .servers(List.of())
                                .tls(Tls.START_TLS)
                                .domain("corp.example")
                                .nameServers(List.of(dns.address()))
                                .build(),
                        time)) {
            assertThat(unavailable(found)).isEqualTo("The domain corp.example is not known to the name servers.");
            dns.put(records, one);
            DirectoryEntry fromFirst = entry(found, guid);
            assertThat(fromFirst.server()).isEqualTo("localhost:" + first.plainPort());
            dns.put(records, two);
            time.advance(Duration.ofMinutes(10));

            // Each server has an authority of its own, and only that of the first is trusted.
            assertThat(unavailable(found)).contains("localhost:" + second.plainPort(), "is not from the authorities");
            assertThat(write(found, fromFirst, change(EA1, values("one"), values("two"))))
                    .isInstanceOf(WriteOutcome.Stale.class);
            dns.put(records, one, two);
            time.advance(Duration.ofMinutes(10));
            assertThat(entry(found, guid).server()).isEqualTo("localhost:" + first.plainPort());
        }
    }

    private String unavailable(LdapDirectory which) {
        LookupOutcome outcome = Ask.lookup(which, new Anchor.ImmutableId(guid));
        assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
        return ((LookupOutcome.Unavailable) outcome).problem().reason();
    }

    private LdapSettings.Builder both() {
        return first.settings().tls(Tls.NONE).servers(List.of("ldap://" + name(first), "ldap://" + name(second)));
    }

    private static String name(MemoryDomain domain) {
        return "127.0.0.1:" + domain.plainPort();
    }
}
