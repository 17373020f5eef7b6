package dev.writeback.ldap;

import static dev.writeback.ldap.Ask.EA1;
import static dev.writeback.ldap.Ask.entry;
import static dev.writeback.ldap.Ask.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Anchor;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.LookupOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kerberos against a real key distribution centre; the server is reached as localhost, which its service principal names. */
@Tag("ad")
class AdKerberosTest {

    private static final String CONFIGURATION = "java.security.krb5.conf";

    @TempDir
    Path folder;

    private @Nullable String before;
    private DomainController dc;
    private KerberosAccount account;
    private Path keytab;
    private ObjectGuid guid;
    private Wire plain;
    private Wire tls;

    @BeforeEach
    void open() throws LDAPException, IOException, InterruptedException {
        dc = DomainController.running("kerberos");
        before = System.setProperty(CONFIGURATION, dc.kerberosConfiguration().toString());
        account = new KerberosAccount(dc);
        keytab = folder.resolve("writeback.keytab");
        account.keytab(keytab);
        guid = dc.guid(dc.addUser("ada", new Attribute("extensionAttribute1", "lovelace")));
        plain = new Wire(dc.host(), dc.plainPort());
        tls = new Wire(dc.host(), dc.tlsPort());
    }

    @AfterEach
    void close() throws LDAPException, IOException {
        plain.close();
        tls.close();
        dc.close();
        if (before == null) {
            System.clearProperty(CONFIGURATION);
        } else {
            System.setProperty(CONFIGURATION, before);
        }
    }

    @Test
    void without_tls_kerberos_encrypts_what_is_read() {
        try (LdapDirectory directory = LdapDirectory.open(overPlain(byKeytab()))) {
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
        }

        assertThat(plain.showed("lovelace")).isFalse();
        assertThat(plain.showed("GSSAPI")).isTrue();
    }

    @Test
    void inside_tls_it_only_signs_in_bound_to_the_certificate() {
        try (LdapDirectory directory = LdapDirectory.open(overTls(byKeytab()))) {
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
        }
        LdapSettings startTls = dc.settings()
                .servers(List.of("ldap://localhost:" + plain.port()))
                .tls(Tls.START_TLS)
                .signIn(byKeytab())
                .build();
        try (LdapDirectory directory = LdapDirectory.open(startTls)) {
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
        }
    }

    @Test
    void a_ticket_cache_is_enough_and_is_read_again_when_it_was_renewed() throws IOException, InterruptedException {
        Path cache = folder.resolve("krb5cc");
        SignInMethod method = SignInMethod.ticketCache(account.principal(), cache);
        try (LdapDirectory directory = LdapDirectory.open(overPlain(method))) {
            assertThat(problem(directory).reason())
                    .isEqualTo("%s cannot sign in: the ticket cache %s is not there or cannot be read."
                            .formatted(account.principal(), cache));
            account.kinit(cache, 2);
            String expired = "%s cannot sign in: the ticket cache %s holds no ticket of it that is valid now."
                    .formatted(account.principal(), cache);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                plain.cut();
                assertThat(problem(directory).reason()).isEqualTo(expired);
            });
            account.kinit(cache, 600);

            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
        }
    }

    @Test
    void a_keytab_that_was_rotated_is_used_without_a_restart() throws LDAPException, IOException, InterruptedException {
        try (LdapDirectory directory = LdapDirectory.open(overPlain(byKeytab()))) {
            entry(directory, guid);
            account.changePassword("Second-Passw0rd!");
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
            plain.cut();

            Problem old = problem(directory);
            account.keytab(keytab);

            assertThat(old.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
            assertThat(old.reason())
                    .isEqualTo("%s cannot sign in: the keytab %s holds a key that is not the account's any more."
                            .formatted(account.principal(), keytab));
            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
        }
    }

    @Test
    void a_password_that_was_rotated_is_used_without_a_restart() throws LDAPException, IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), account.password());
        LdapSettings settings =
                dc.plain(plain.port()).bind(account.dn(), () -> read(secret)).build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            entry(directory, guid);
            account.changePassword("Second-Passw0rd!");
            plain.cut();
            assertThat(problem(directory).reason()).contains("the account or the password is wrong");
            Files.writeString(secret, account.password());

            assertThat(entry(directory, guid).values(EA1)).isEqualTo(values("lovelace"));
        }
    }

    @Test
    void what_is_wrong_with_a_keytab_is_one_sentence_each() throws IOException, InterruptedException {
        Path missing = folder.resolve("missing.keytab");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LdapDirectory.open(overPlain(SignInMethod.keytab(account.principal(), missing))))
                .withMessage("the keytab %s is not there or cannot be read; it must hold the keys of %s"
                        .formatted(missing, account.principal()));

        assertThat(problem(SignInMethod.keytab("somebody@" + dc.realm(), keytab))
                        .reason())
                .isEqualTo(
                        "somebody@%s cannot sign in: the keytab %s holds no key of it.".formatted(dc.realm(), keytab));

        Path nobodys = folder.resolve("nobody.keytab");
        account.keytab("nobody-there@" + dc.realm(), "x", nobodys);
        assertThat(problem(SignInMethod.keytab("nobody-there@" + dc.realm(), nobodys))
                        .reason())
                .isEqualTo("nobody-there@%s cannot sign in: its realm has no such account.".formatted(dc.realm()));

        Path nonsense = Files.writeString(folder.resolve("nonsense.keytab"), "nonsense");
        assertThat(problem(SignInMethod.keytab(account.principal(), nonsense)).reason())
                .contains("holds no key of it");
    }

    @Test
    void the_controllers_of_a_domain_are_found_and_signed_in_to() throws IOException {
        try (NameServer dns = new NameServer()) {
            dns.put(
                    "_ldap._tcp.Branch._sites.dc._msdcs.ad.example.test",
                    new ServiceRecord(0, 100, plain.port(), "localhost"));
            dns.put("_ldap._tcp.dc._msdcs.ad.example.test", new ServiceRecord(0, 100, plain.port(), "localhost"));
            LdapSettings settings = dc.settings()
                    .servers(List.of())
                    .domain("ad.example.test")
                    .site("Branch")
                    .nameServers(List.of(dns.address()))
                    .tls(Tls.NONE)
                    .signIn(byKeytab())
                    .build();
            try (LdapDirectory directory = LdapDirectory.open(settings)) {
                assertThat(entry(directory, guid).server()).isEqualTo("localhost:" + plain.port());
            }
        }
    }

    private SignInMethod byKeytab() {
        return SignInMethod.keytab(account.principal(), keytab);
    }

    private LdapSettings overPlain(SignInMethod method) {
        return dc.settings()
                .servers(List.of("ldap://localhost:" + plain.port()))
                .tls(Tls.NONE)
                .signIn(method)
                .build();
    }

    private LdapSettings overTls(SignInMethod method) {
        return dc.settings()
                .servers(List.of("ldaps://localhost:" + tls.port()))
                .signIn(method)
                .build();
    }

    private Problem problem(SignInMethod method) {
        try (LdapDirectory directory = LdapDirectory.open(overPlain(method))) {
            return problem(directory);
        }
    }

    private Problem problem(LdapDirectory directory) {
        LookupOutcome outcome = Ask.lookup(directory, new Anchor.ImmutableId(guid));
        assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
        return ((LookupOutcome.Unavailable) outcome).problem();
    }

    private static char[] read(Path secret) {
        try {
            return Files.readString(secret).toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
