package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import dev.writeback.ldap.CertificateServer.Way;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client certificates, and files of certificates that are replaced while they are in use. */
class CertificateTest {

    private static final AttributeName TITLE = AttributeName.of("title");

    private final TestCertificate own = TestCertificate.of("CN=server");
    private final TestCertificate first = TestCertificate.of("CN=first");
    private final TestCertificate second =
            TestCertificate.of("CN=second", "RSA", 2048, SignatureAlgorithmIdentifier.SHA_256_WITH_RSA);

    @TempDir
    Path folder;

    private Path authority;
    private Path certificate;
    private Path key;
    private CertificateServer server;

    @BeforeEach
    void start() throws Exception {
        authority = own.certificateTo(folder.resolve("ca.pem"));
        certificate = first.certificateTo(folder.resolve("client.pem"));
        key = first.keyTo(folder.resolve("client.key"));
        server = new CertificateServer(Way.BY_BIND, 0, own, first, second);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_certificate_of_pem_files_signs_in_over_ldaps() {
        try (LdapDirectory directory = LdapDirectory.open(settings(pem()).build())) {
            read(directory);
        }

        assertThat(server.signedIn()).containsExactly("CN=first");
    }

    @Test
    void a_certificate_of_a_key_store_signs_in_after_starttls() throws Exception {
        Path store = second.keyStoreTo(folder.resolve("client.p12"), "s3cret");
        LdapSettings settings = settings(SignInMethod.keyStore(store, "s3cret"::toCharArray))
                .servers(List.of("ldap://localhost:" + server.plainPort()))
                .tls(Tls.START_TLS)
                .build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            read(directory);
        }

        assertThat(server.signedIn()).containsExactly("CN=second");
    }

    @Test
    void a_server_that_tls_has_signed_in_to_is_not_asked_again() throws Exception {
        server.close();
        server = new CertificateServer(Way.BY_TLS, 0, own, first);

        try (LdapDirectory directory = LdapDirectory.open(settings(pem()).build())) {
            read(directory);
        }
    }

    @Test
    void a_certificate_that_was_replaced_is_shown_without_a_restart() throws Exception {
        try (LdapDirectory directory = LdapDirectory.open(settings(pem()).build())) {
            read(directory);
            second.certificateTo(certificate);
            server.drop();
            read(directory);
            second.keyTo(key);
            read(directory);
            server.drop();
            read(directory);
        }

        // With the new certificate and the key of the old one there was no pair, so the old pair went on.
        assertThat(server.signedIn()).containsExactly("CN=first", "CN=first", "CN=second");
    }

    @Test
    void an_authority_that_was_replaced_is_trusted_without_a_restart() throws Exception {
        int port = server.tlsPort();
        TestCertificate renewed = TestCertificate.of("CN=renewed server");
        LdapSettings settings = settings(pem()).build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            read(directory);
            server.close();
            server = new CertificateServer(Way.BY_BIND, port, renewed, first, second);
            assertThat(problem(directory).code()).isEqualTo(ErrorCode.CERTIFICATE_NOT_TRUSTED);

            Files.writeString(authority, "half a file");
            assertThat(problem(directory).code()).isEqualTo(ErrorCode.CERTIFICATE_NOT_TRUSTED);
            renewed.certificateTo(authority);

            read(directory);
        }
    }

    @Test
    void a_certificate_that_the_server_does_not_trust_is_one_sentence() throws Exception {
        TestCertificate stranger = TestCertificate.of("CN=stranger");
        LdapSettings settings = settings(SignInMethod.certificate(
                        stranger.certificateTo(folder.resolve("stranger.pem")),
                        stranger.keyTo(folder.resolve("stranger.key"))))
                .build();
        try (LdapDirectory directory = LdapDirectory.open(settings)) {
            Problem problem = problem(directory);

            assertThat(problem.code()).isEqualTo(ErrorCode.SIGN_IN_FAILED);
            assertThat(problem.reason())
                    .matches(
                            "localhost:\\d+ does not accept the certificate in .*stranger.pem \\((TLS alert [a-z_]+|it closed the connection)\\).");
        }
    }

    @Test
    void a_server_without_this_way_to_sign_in_is_one_sentence() throws Exception {
        try (MemoryDomain domain = MemoryDomain.start();
                LdapDirectory directory =
                        LdapDirectory.open(domain.settings().signIn(pem()).build())) {
            assertThat(problem(directory).reason())
                    .contains("does not offer this way to sign in, which the certificate in " + certificate);
        }
    }

    @Test
    void files_that_cannot_be_used_are_one_sentence_each() throws Exception {
        Path missing = folder.resolve("missing");
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "nonsense");
        Path store = first.keyStoreTo(folder.resolve("client.p12"), "s3cret");
        Path otherKey = second.keyTo(folder.resolve("other.key"));

        refused(SignInMethod.certificate(missing, key), "the client certificate " + missing + " cannot be read");
        refused(SignInMethod.certificate(nonsense, key), nonsense + " holds no certificate that can be read");
        refused(SignInMethod.certificate(certificate, missing), "the client's key " + missing + " cannot be read");
        refused(SignInMethod.certificate(certificate, nonsense), "BEGIN PRIVATE KEY");
        refused(
                SignInMethod.certificate(certificate, otherKey),
                "the key in %s does not belong to the first certificate in %s".formatted(otherKey, certificate));
        refused(
                SignInMethod.keyStore(store, "wrong"::toCharArray),
                "the key store " + store + " cannot be opened with this password");
        refused(SignInMethod.keyStore(missing, "x"::toCharArray), "the key store " + missing + " cannot be read");
        refused(SignInMethod.keyStore(nonsense, "x"::toCharArray), "the key store " + nonsense + " cannot be read");
    }

    @Test
    void without_tls_there_is_nothing_to_show_a_certificate_to() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(pem())
                        .servers(List.of("ldap://localhost:1389"))
                        .tls(Tls.NONE)
                        .build())
                .withMessageContaining("a client certificate is shown by TLS alone");
    }

    private SignInMethod pem() {
        return SignInMethod.certificate(certificate, key);
    }

    private LdapSettings.Builder settings(SignInMethod method) {
        return LdapSettings.builder()
                .servers(List.of("ldaps://localhost:" + server.tlsPort()))
                .baseDn(Dn.of("dc=x"))
                .caFile(authority)
                .signIn(method);
    }

    private void refused(SignInMethod method, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LdapDirectory.open(settings(method).build()))
                .withMessageContaining(sentence)
                .withMessageNotContaining("s3cret");
    }

    private static LookupOutcome lookup(LdapDirectory directory) {
        return directory
                .lookup(new LookupRequest(
                        List.of(List.of(new Anchor.DistinguishedName(Dn.of("uid=ada,dc=x")))),
                        Map.of(TITLE, AttributeSyntax.CASE_IGNORE)))
                .get(0);
    }

    private static void read(LdapDirectory directory) {
        assertThat(lookup(directory)).isInstanceOf(LookupOutcome.Found.class);
    }

    private static Problem problem(LdapDirectory directory) {
        LookupOutcome outcome = lookup(directory);
        assertThat(outcome).isInstanceOf(LookupOutcome.Unavailable.class);
        return ((LookupOutcome.Unavailable) outcome).problem();
    }
}
