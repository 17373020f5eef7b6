package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.change;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.lookup;
import static dev.writeback.ldap.Ask.values;
import static dev.writeback.ldap.Ask.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.LookupOutcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How servers are reached, on whatever domain. */
abstract class ConnectionCases {

    private Domain dc;
    private ObjectGuid guid;
    private String dn;
    private Wire wire;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException, IOException {
        dc = domain();
        dn = dc.addUser("ada", new Attribute("extensionAttribute1", "one"));
        guid = dc.guid(dn);
        wire = new Wire(dc.host(), dc.plainPort());
    }

    @AfterEach
    void close() throws LDAPException, IOException {
        wire.close();
        dc.close();
    }

    @Test
    void starttls_is_used_although_the_server_does_not_announce_it() {
        LdapSettings settings = dc.settings()
                .servers(List.of("ldap://" + dc.host() + ":" + dc.plainPort()))
                .tls(LdapSettings.Tls.START_TLS)
                .build();

        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("one"));
        }
    }

    @Test
    void a_wrong_password_is_said_once_and_not_tried_on_the_other_servers() {
        LdapSettings settings = dc.plain(wire.port())
                .servers(List.of("ldap://127.0.0.1:" + wire.port(), "ldap://localhost:" + wire.port()))
                .bind("CN=nobody," + dc.unit(), "wrong"::toCharArray)
                .build();

        Problem problem = unavailable(settings);

        assertThat(problem.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
        assertThat(problem.reason()).contains("CN=nobody").contains("the account or the password is wrong");
        assertThat(problem.toString()).doesNotContain("\"wrong\"");
        assertThat(wire.connections()).isEqualTo(1);
    }

    @Test
    void an_empty_password_is_not_sent() {
        Problem problem = unavailable(
                dc.settings().bind("CN=nobody," + dc.unit(), () -> new char[0]).build());

        assertThat(problem.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
        assertThat(problem.reason()).endsWith("cannot be used: it is empty.");
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_not_trusted_and_the_setting_is_named() {
        LdapSettings.Builder settings = dc.withoutAuthority();

        Problem ldaps = unavailable(settings.servers(List.of("ldaps://" + dc.host() + ":" + dc.tlsPort()))
                .build());
        Problem startTls = unavailable(settings.servers(List.of("ldap://" + dc.host() + ":" + dc.plainPort()))
                .tls(LdapSettings.Tls.START_TLS)
                .build());

        assertThat(List.of(ldaps, startTls)).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.CERTIFICATE_NOT_TRUSTED);
            assertThat(problem.action()).contains("tls.caFile");
        });
    }

    @Test
    void a_certificate_for_another_host_is_not_trusted_unless_asked_for() throws IOException {
        // Another spelling of the address that the certificate is for: 127.1 is 127.0.0.1.
        String host = dc.host().replace(".0.0.", ".");
        LdapSettings.Builder ldaps = dc.settings().servers(List.of("ldaps://" + host + ":" + dc.tlsPort()));
        LdapSettings.Builder startTls = dc.settings()
                .servers(List.of("ldap://" + host + ":" + dc.plainPort()))
                .tls(LdapSettings.Tls.START_TLS);
        for (LdapSettings.Builder settings : List.of(ldaps, startTls)) {
            Problem problem = unavailable(settings.build());

            assertThat(problem.code()).isEqualTo(ErrorCode.CERTIFICATE_NOT_TRUSTED);
            assertThat(problem.reason()).contains("another host name");
            try (LdapDirectory lax = LdapDirectory.open(settings.anyHostName().build())) {
                assertThat(entry(lax, guid).values(EA1)).isEqualTo(values("one"));
            }
        }
    }

    @Test
    void a_server_that_is_not_there_is_unavailable_for_reads_and_writes() throws IOException {
        int nothing = freePort();
        LdapSettings settings = dc.plain(nothing).build();
        try (LdapDirectory directory = LdapDirectory.open(settings);
                LdapDirectory real = LdapDirectory.open(dc.settings().build())) {
            DirectoryEntry read = entry(real, guid);
            DirectoryEntry here = new DirectoryEntry(read.id(), read.attributes(), "127.0.0.1:" + nothing);

            WriteOutcome outcome = write(directory, here, change(EA1, values("one"), values("two")));

            assertThat(unavailable(settings).reason()).contains("127.0.0.1:" + nothing, "nothing listens there");
            assertThat(outcome).isInstanceOf(WriteOutcome.Unavailable.class);
        }
    }

    @Test
    void the_next_server_takes_over_and_what_was_read_from_the_first_is_read_anew() throws IOException {
        LdapSettings settings = dc.plain(wire.port())
                .servers(List.of("ldap://127.0.0.1:" + wire.port(), "ldap://" + dc.host() + ":" + dc.plainPort()))
                .build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            DirectoryEntry fromFirst = entry(directory, guid);
            wire.close();

            WriteOutcome late = write(directory, fromFirst, change(EA1, values("one"), values("two")));
            DirectoryEntry fromSecond = entry(directory, guid);

            assertThat(late).isInstanceOfAny(WriteOutcome.Unknown.class, WriteOutcome.Stale.class);
            assertThat(write(directory, fromFirst, change(EA1, values("one"), values("two"))))
                    .isInstanceOf(WriteOutcome.Stale.class);
            assertThat(fromFirst.server()).isEqualTo("127.0.0.1:" + wire.port());
            assertThat(fromSecond.server()).isEqualTo(dc.host() + ":" + dc.plainPort());
            assertThat(write(directory, fromSecond, change(EA1, values("one"), values("two"))))
                    .isInstanceOf(WriteOutcome.Applied.class);
        }
    }

    @Test
    void a_connection_that_is_cut_is_replaced_and_the_search_done_again() {
        try (LdapDirectory directory = LdapDirectory.open(plain())) {
            entry(directory, guid);
            wire.cut();

            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("one"));
            assertThat(wire.connections()).isEqualTo(2);
        }
    }

    @Test
    void an_idle_connection_that_was_cut_without_a_word_is_noticed_before_the_write() {
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(20));
        try (LdapDirectory directory = LdapDirectory.open(plain(), later)) {
            DirectoryEntry before = entry(directory, guid);
            wire.cut();

            assertThat(write(directory, before, change(EA1, values("one"), values("two"))))
                    .isInstanceOf(WriteOutcome.Applied.class);
        }
    }

    @Test
    void a_write_whose_answer_is_lost_is_unknown_and_was_sent_once() {
        try (LdapDirectory directory = LdapDirectory.open(plain())) {
            DirectoryEntry before = entry(directory, guid);
            wire.mode(Wire.Mode.LOSING_ANSWERS);

            WriteOutcome outcome = write(directory, before, change(EA1, values("one"), values("two")));
            wire.mode(Wire.Mode.WHOLE);

            assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
            assertThat(((WriteOutcome.Unknown) outcome).problem().code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(wire.connections()).isEqualTo(1);
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("two"));
        }
    }

    @Test
    void a_write_without_an_answer_in_time_is_unknown() {
        LdapSettings settings =
                dc.plain(wire.port()).responseTimeout(Duration.ofMillis(1500)).build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            DirectoryEntry before = entry(directory, guid);
            wire.mode(Wire.Mode.SILENT);

            WriteOutcome outcome = write(directory, before, change(EA1, values("one"), values("two")));

            assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        }
    }

    @Test
    void a_server_that_takes_connections_and_says_nothing_is_unavailable_in_time() throws IOException {
        wire.mode(Wire.Mode.SILENT);
        try (Wire tls = new Wire(dc.host(), dc.tlsPort())) {
            tls.mode(Wire.Mode.SILENT);
            LdapSettings.Builder silentTls = dc.settings().servers(List.of("ldaps://127.0.0.1:" + tls.port()));
            LdapSettings.Builder silentStartTls = dc.plain(wire.port()).tls(LdapSettings.Tls.START_TLS);
            for (LdapSettings.Builder settings : List.of(dc.plain(wire.port()), silentTls, silentStartTls)) {
                Problem problem = unavailable(
                        settings.connectTimeout(Duration.ofMillis(400)).build());

                assertThat(problem.code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE);
                assertThat(problem.reason()).contains("does not answer within 400 ms");
            }
        }
    }

    @Test
    void a_directory_that_is_closed_is_unavailable() {
        LdapDirectory directory = LdapDirectory.open(dc.settings().build());
        DirectoryEntry before = entry(directory, guid);
        directory.close();

        assertThat(write(directory, before, change(EA1, values("one"), values("two"))))
                .isInstanceOf(WriteOutcome.Unavailable.class);
        assertThat(lookup(directory, new Anchor.ImmutableId(guid))).isInstanceOf(LookupOutcome.Unavailable.class);
    }

    private LdapSettings plain() {
        return dc.plain(wire.port()).build();
    }

    private Problem unavailable(LdapSettings settings) {
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            LookupOutcome outcome = lookup(directory, new Anchor.ImmutableId(guid));
            assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
            return ((LookupOutcome.Unavailable) outcome).problem();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
