package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check finds, on whatever domain. */
abstract class CheckCases {

    private static final Map<AttributeName, AttributeSyntax> WRITES = new LinkedHashMap<>(Map.of(
            AttributeName.of("extensionAttribute1"), AttributeSyntax.CASE_IGNORE,
            AttributeName.of("proxyAddresses"), AttributeSyntax.ADDRESS,
            AttributeName.of("msExchRecipientTypeDetails"), AttributeSyntax.LARGE_INTEGER));

    private final Instant now = InstantSource.system().instant();
    private Domain dc;

    abstract Domain domain() throws LDAPException;

    @BeforeEach
    void open() throws LDAPException {
        dc = domain();
        for (int i = 0; i < 25; i++) {
            dc.addUser("user" + i, new Attribute("mail", "user%d@x.test".formatted(i)));
        }
    }

    @AfterEach
    void close() throws LDAPException {
        dc.close();
    }

    @Test
    void all_is_well() {
        List<Finding> findings = check(dc.settings(), WRITES, now, dc.unit());

        assertThat(findings).extracting(Finding::level).containsOnly(Level.OK);
        assertThat(findings)
                .extracting(Finding::topic)
                .containsExactly(
                        "reach",
                        "tls",
                        "sign-in",
                        "directory",
                        "schema",
                        "schema",
                        "rights",
                        "watch",
                        "uniqueness",
                        "clock");
        assertThat(messages(findings))
                .contains("Active Directory", "has all 3 attributes", "Exchange schema, version 17003")
                .contains("may write all 3 attributes of the 20 users");
    }

    @Test
    void attributes_that_may_not_be_written_are_named() {
        List<Finding> findings = check(dc.readOnly(), WRITES, now, dc.unit());

        Finding rights = only(findings, Level.ERROR);
        assertThat(rights.topic()).isEqualTo("rights");
        assertThat(rights.message())
                .contains("may not write any of the 3 attributes of 20 of 20 users")
                .contains(dc.unit());
        assertThat(rights.action()).contains(dc.unit());

        Map<AttributeName, AttributeSyntax> two = Map.of(
                AttributeName.of("extensionAttribute1"), AttributeSyntax.CASE_IGNORE,
                AttributeName.of("department"), AttributeSyntax.CASE_IGNORE);
        assertThat(only(check(dc.settings(), two, now, dc.unit()), Level.ERROR).message())
                .contains("may not write department of 20 of 20 users");
    }

    @Test
    void privileged_users_are_not_asked_about() throws LDAPException {
        for (int i = 0; i < 25; i++) {
            dc.admin()
                    .modify(
                            "CN=user%d,%s".formatted(i, dc.unit()),
                            new com.unboundid.ldap.sdk.Modification(
                                    com.unboundid.ldap.sdk.ModificationType.REPLACE, "adminCount", "1"));
        }

        assertThat(only(check(dc.settings(), WRITES, now, dc.unit()), Level.WARNING)
                        .message())
                .contains("no users below");
    }

    @Test
    void what_the_schema_lacks_or_takes_otherwise_is_named() {
        Map<AttributeName, AttributeSyntax> writes = new LinkedHashMap<>();
        writes.put(AttributeName.of("noSuchAttribute"), AttributeSyntax.CASE_IGNORE);
        writes.put(AttributeName.of("norThisOne"), AttributeSyntax.CASE_IGNORE);
        writes.put(AttributeName.of("msExchRecipientTypeDetails"), AttributeSyntax.BOOLEAN);
        writes.put(AttributeName.of("proxyAddresses"), AttributeSyntax.DN);
        writes.put(AttributeName.of("extensionAttribute1"), AttributeSyntax.CASE_IGNORE);

        List<Finding> schema = check(dc.everything(), writes, now, dc.unit()).stream()
                .filter(it -> it.topic().equals("schema") && it.level() == Level.ERROR)
                .toList();

        assertThat(messages(schema))
                .contains("lacks noSuchAttribute, norThisOne")
                .contains("msExchRecipientTypeDetails", "BOOLEAN")
                .contains("proxyAddresses", "DN")
                .doesNotContain("extensionAttribute1");
    }

    @Test
    void an_organizational_unit_or_base_that_is_not_there_is_named() {
        assertThat(only(check(dc.settings(), WRITES, now, "OU=Nowhere," + dc.unit()), Level.ERROR)
                        .message())
                .contains("There is no OU=Nowhere");

        List<Finding> findings = check(dc.settings().baseDn(Dn.of("DC=else,DC=where")), WRITES, now);
        assertThat(only(findings, Level.ERROR).message()).contains("does not have the base DN DC=else,DC=where");
        assertThat(only(findings, Level.ERROR).action()).contains("the server's own is DC=");
        assertThat(findings.get(findings.size() - 1).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void clocks_that_are_apart_are_told() {
        Finding behind = only(check(dc.settings(), WRITES, now.plus(Duration.ofMinutes(10)), dc.unit()), Level.WARNING);
        Finding ahead = only(check(dc.settings(), WRITES, now.minus(Duration.ofMinutes(10)), dc.unit()), Level.WARNING);

        assertThat(behind.topic()).isEqualTo("clock");
        assertThat(behind.message()).contains("s behind");
        assertThat(ahead.message()).contains("s ahead of");
    }

    @Test
    void a_server_that_is_not_there_is_unreachable_unless_another_is() throws IOException {
        String nothing = "ldaps://127.0.0.1:" + freePort();
        String there = "ldaps://" + dc.host() + ":" + dc.tlsPort();

        List<Finding> none = check(dc.settings().servers(List.of(nothing)), WRITES, now, dc.unit());
        List<Finding> one = check(dc.settings().servers(List.of(nothing, there)), WRITES, now, dc.unit());

        assertThat(none).hasSize(1);
        assertThat(only(none, Level.UNREACHABLE).message()).contains("nothing listens there");
        assertThat(only(one, Level.WARNING).topic()).isEqualTo("reach");
        assertThat(one).extracting(Finding::topic).contains("rights");
    }

    @Test
    void a_wrong_password_ends_the_check_before_it_locks_the_account() {
        String url = "ldaps://" + dc.host() + ":" + dc.tlsPort();
        List<Finding> findings = check(
                dc.settings()
                        .servers(List.of(url, url.replace(".0.0.", ".")))
                        .bind("CN=nobody," + dc.unit(), "wrong"::toCharArray),
                WRITES,
                now);

        assertThat(findings).extracting(Finding::topic).containsExactly("reach", "tls", "sign-in");
        assertThat(only(findings, Level.ERROR).message()).contains("the account or the password is wrong");
    }

    @Test
    void a_certificate_that_is_not_trusted_is_an_error() {
        List<Finding> findings = check(dc.withoutAuthority(), WRITES, now);

        assertThat(findings).hasSize(1);
        assertThat(only(findings, Level.ERROR).topic()).isEqualTo("tls");
        assertThat(only(findings, Level.ERROR).action()).contains("tls.caFile");
    }

    private static List<Finding> check(
            LdapSettings.Builder settings,
            Map<AttributeName, AttributeSyntax> writes,
            Instant now,
            String... organizationalUnits) {
        try (LdapDirectory directory = LdapDirectory.open(settings.build())) {
            return directory.check(new CheckRequest(
                    writes, Stream.of(organizationalUnits).map(Dn::of).toList(), now));
        }
    }

    private static Finding only(List<Finding> findings, Level level) {
        List<Finding> those =
                findings.stream().filter(it -> it.level() == level).toList();
        assertThat(those).as("findings: %s", findings).hasSize(1);
        return those.get(0);
    }

    private static String messages(List<Finding> findings) {
        return String.join("\n", findings.stream().map(Finding::message).toList());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
