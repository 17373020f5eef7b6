package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.CheckRequest.Depth;
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
import java.util.Set;
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
                .filteredOn(topic -> !topic.equals("limits"))
                .containsExactly(
                        "reach",
                        "tls",
                        "sign-in",
                        "directory",
                        "schema",
                        "schema",
                        "rights",
                        "privilege",
                        "inherits",
                        "addresses",
                        "watch",
                        "uniqueness",
                        "clock");
        assertThat(messages(findings))
                .contains(
                        "Active Directory",
                        "has all 3 attributes",
                        "Exchange schema, version 17003 (Exchange 2019 CU10 or later")
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

        assertThat(check(dc.settings(), WRITES, now, dc.unit()))
                .filteredOn(finding -> finding.level() == Level.WARNING)
                .extracting(finding -> finding.topic() + ": " + finding.message())
                .satisfiesExactly(
                        rights -> assertThat(rights).startsWith("rights: ").contains("no users below"),
                        privilege -> assertThat(privilege)
                                .startsWith("privilege: 25 entries with an address")
                                .contains("user0", "will be left alone"));
    }

    @Test
    void an_address_of_two_entries_is_named_with_both() throws LDAPException {
        set("user3", "proxyAddresses", "SMTP:One@x.test", "smtp:own@x.test", "X500:/o=x");
        set("user4", "proxyAddresses", "smtp:oNe@x.test", "SMTP:user4@x.test", "X500:/o=x");

        Finding addresses = only(check(dc.settings(), WRITES, now, dc.unit()), Level.WARNING);

        assertThat(addresses.topic()).isEqualTo("addresses");
        assertThat(addresses.message())
                .contains("more than one has: 1, of all 25", "one@x.test", "CN=user3,", "CN=user4,")
                .doesNotContain("/o=x", "user4@x.test");
    }

    @Test
    void an_attribute_that_takes_one_value_and_is_given_several_is_named() {
        try (LdapDirectory directory = LdapDirectory.open(dc.settings().build())) {
            Finding schema = only(
                    directory.check(new CheckRequest(
                            WRITES,
                            Set.of(AttributeName.of("extensionAttribute1"), AttributeName.of("proxyAddresses")),
                            List.of(Dn.of(dc.unit())),
                            Depth.USUAL,
                            now)),
                    Level.ERROR);

            assertThat(schema.topic()).isEqualTo("schema");
            assertThat(schema.message()).contains("extensionAttribute1").contains("takes one value");
        }
    }

    @Test
    void the_start_of_a_run_is_told_what_the_schema_lacks_and_nothing_else() {
        assertThat(atStart(WRITES)).isEmpty();
        assertThat(atStart(Map.of(
                        AttributeName.of("noSuchAttribute"), AttributeSyntax.CASE_IGNORE,
                        AttributeName.of("mail"), AttributeSyntax.BOOLEAN)))
                .singleElement()
                .satisfies(lack -> {
                    assertThat(lack.level()).isEqualTo(Level.ERROR);
                    assertThat(lack.message()).contains("lacks noSuchAttribute.");
                    assertThat(lack.action()).contains("take them out of the profile");
                });
    }

    private List<Finding> atStart(Map<AttributeName, AttributeSyntax> writes) {
        try (LdapDirectory directory = LdapDirectory.open(dc.readOnly().build())) {
            return directory.check(new CheckRequest(writes, Set.of(), List.of(), Depth.START, now));
        }
    }

    private void set(String user, String attribute, String... values) throws LDAPException {
        dc.admin()
                .modify(
                        "CN=%s,%s".formatted(user, dc.unit()),
                        new com.unboundid.ldap.sdk.Modification(
                                com.unboundid.ldap.sdk.ModificationType.REPLACE, attribute, values));
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
