package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client certificates against OpenLDAP, which {@code ad-lab/openldap.sh} started: Samba does not take any. */
@Tag("ad")
class AdCertificateTest {

    private static final String PROPERTY = "openldap.lab";
    private static final AttributeName NAME = AttributeName.of("cn");

    @TempDir
    Path folder;

    private final Map<String, String> env = new HashMap<>();

    @BeforeEach
    void readEnvironment() throws IOException {
        String file = System.getProperty(PROPERTY);
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("The tests against OpenLDAP need -D" + PROPERTY
                    + "=DIR/openldap.env, which is not given: start it with `ad-lab/openldap.sh up DIR`.");
        }
        for (String line : Files.readAllLines(Path.of(file))) {
            String[] parts = line.split("=", 2);
            env.put(parts[0], parts[1].replace("'", ""));
        }
    }

    @Test
    void a_certificate_signs_in_over_ldaps_and_starttls() {
        read(ldaps(pem("svc-writeback")));
        read(startTls(pem("svc-writeback")));
    }

    @Test
    void a_key_store_signs_in_as_well() {
        SignInMethod method = SignInMethod.keyStore(
                file("svc-writeback.p12"), () -> env("OPENLDAP_SVC_PASSWORD").toCharArray());
        read(ldaps(method));
    }

    @Test
    void a_certificate_of_an_authority_that_the_server_does_not_trust_is_refused() {
        assertThat(problem(ldaps(pem("stranger"))).code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
        assertThat(problem(startTls(pem("stranger"))).code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
    }

    @Test
    void a_certificate_that_was_replaced_is_shown_without_a_restart() throws IOException {
        Path certificate = Files.copy(file("stranger.pem"), folder.resolve("client.pem"));
        Path key = Files.copy(file("stranger.key"), folder.resolve("client.key"));
        try (LdapDirectory directory = LdapDirectory.open(ldaps(SignInMethod.certificate(certificate, key)))) {
            assertThat(ways(directory)).contains("ERROR sign-in");
            Files.writeString(certificate, Files.readString(file("svc-writeback.pem")));
            Files.writeString(key, Files.readString(file("svc-writeback.key")));

            assertThat(ways(directory)).contains("OK sign-in", "OK directory");
        }
    }

    private SignInMethod pem(String name) {
        return SignInMethod.certificate(file(name + ".pem"), file(name + ".key"));
    }

    private LdapSettings ldaps(SignInMethod method) {
        return settings("ldaps", "OPENLDAP_TLS_PORT").signIn(method).build();
    }

    private LdapSettings startTls(SignInMethod method) {
        return settings("ldap", "OPENLDAP_PORT")
                .tls(Tls.START_TLS)
                .signIn(method)
                .build();
    }

    private LdapSettings.Builder settings(String scheme, String port) {
        return LdapSettings.builder()
                .servers(List.of("%s://%s:%s".formatted(scheme, env("OPENLDAP_HOST"), env(port))))
                .baseDn(Dn.of(env("OPENLDAP_BASE_DN")))
                .caFile(Path.of(env("OPENLDAP_CA_FILE")));
    }

    private static void read(LdapSettings settings) {
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            assertThat(ways(directory)).contains("OK sign-in", "OK directory");
        }
    }

    /** What a check finds; nobody but an account that has signed in may read the base, which it looks at. */
    private static List<String> ways(LdapDirectory directory) {
        return directory.check(new CheckRequest(Map.of(), List.of(), Instant.EPOCH)).stream()
                .map(finding -> finding.level() + " " + finding.topic())
                .toList();
    }

    private Problem problem(LdapSettings settings) {
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            LookupOutcome outcome = lookup(directory);
            assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
            return ((LookupOutcome.Unavailable) outcome).problem();
        }
    }

    private LookupOutcome lookup(LdapDirectory directory) {
        Anchor account = new Anchor.DistinguishedName(Dn.of(env("OPENLDAP_SVC_DN")));
        return directory
                .lookup(new LookupRequest(List.of(List.of(account)), Map.of(NAME, AttributeSyntax.CASE_IGNORE)))
                .get(0);
    }

    private Path file(String name) {
        return Path.of(env("OPENLDAP_TLS_DIR"), name);
    }

    private String env(String name) {
        String value = env.get(name);
        if (value == null) {
            throw new IllegalStateException("openldap.env has no line " + name + "=...");
        }
        return value;
    }
}
