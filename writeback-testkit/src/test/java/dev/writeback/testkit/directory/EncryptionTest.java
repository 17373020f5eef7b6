package dev.writeback.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest extends DirectoryTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void whoever_trusts_the_authority_connects_with_tls(String host) throws Exception {
        try (LDAPConnection client =
                new LDAPConnection(trusting(directory.authorityPem()).createSSLSocketFactory())) {
            client.setConnectionOptions(verifyingNames());
            client.connect(host, directory.ldapsPort());
            client.bind(WRITER, PASSWORD);

            assertThat(client.getEntry(dn(0))).isNotNull();
        }
    }

    @Test
    void a_connection_without_tls_is_upgraded_by_start_tls() throws Exception {
        try (LDAPConnection client = new LDAPConnection("localhost", directory.ldapPort())) {
            client.processExtendedOperation(new StartTLSExtendedRequest(
                    trusting(directory.authorityPem()).createSSLSocketFactory()));
            client.bind(WRITER, PASSWORD);

            assertThat(client.getEntry(dn(0))).isNotNull();
        }
    }

    @Test
    void the_tls_of_java_accepts_the_certificate_with_its_names() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                directory.authorityPem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("localhost", directory.ldapsPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();

            assertThat(socket.getSession().isValid()).isTrue();
        }
    }

    @Test
    void whoever_trusts_another_authority_does_not_connect() throws Exception {
        try (InMemoryActiveDirectory other = InMemoryActiveDirectory.builder().start();
                LDAPConnection client =
                        new LDAPConnection(trusting(other.authorityPem()).createSSLSocketFactory())) {
            assertThat(refusal(() -> client.connect("localhost", directory.ldapsPort()))
                            .getResultCode())
                    .isEqualTo(ResultCode.CONNECT_ERROR);
        }
    }

    @Test
    void a_certificate_for_other_names_is_noticed() throws Exception {
        try (InMemoryActiveDirectory other = InMemoryActiveDirectory.builder()
                        .certificateNames("dc1.corp.example", "127.0.0.9")
                        .start();
                LDAPConnection client =
                        new LDAPConnection(trusting(other.authorityPem()).createSSLSocketFactory())) {
            client.setConnectionOptions(verifyingNames());

            assertThat(refusal(() -> client.connect("localhost", other.ldapsPort()))
                            .getMessage())
                    .contains("dc1.corp.example");
        }
    }

    @Test
    void a_hardened_server_takes_passwords_over_tls_only() throws Exception {
        try (InMemoryActiveDirectory hardened = settings().requireEncryption().start();
                LDAPConnection plain = new LDAPConnection("127.0.0.1", hardened.ldapPort());
                LDAPConnection secure =
                        new LDAPConnection(new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory())) {
            assertRefused(
                    refusal(() -> plain.bind(WRITER, PASSWORD)),
                    ResultCode.STRONG_AUTH_REQUIRED,
                    "00002028: LdapErr: ");
            secure.connect("127.0.0.1", hardened.ldapsPort());
            assertThat(secure.bind(WRITER, PASSWORD).getResultCode()).isEqualTo(ResultCode.SUCCESS);
            plain.processExtendedOperation(
                    new StartTLSExtendedRequest(new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory()));
            assertThat(plain.bind(WRITER, PASSWORD).getResultCode()).isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    void a_connection_that_a_hardened_server_refuses_says_so() {
        try (InMemoryActiveDirectory hardened = settings().requireEncryption().start()) {
            assertThatThrownBy(hardened::connect)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("8 (strong auth required)");
        }
    }

    @Test
    void a_connection_in_the_process_counts_as_encrypted() throws Exception {
        try (InMemoryActiveDirectory hardened =
                        settings().requireEncryption().withoutPorts().start();
                LDAPConnection client = hardened.connect()) {
            assertThat(client.getEntry(hardened.adminDn())).isNotNull();
        }
    }

    private SSLUtil trusting(String pem) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "authority", ".pem"), pem);
        return new SSLUtil(new PEMFileTrustManager(file.toFile()));
    }

    private static com.unboundid.ldap.sdk.LDAPConnectionOptions verifyingNames() {
        com.unboundid.ldap.sdk.LDAPConnectionOptions options = new com.unboundid.ldap.sdk.LDAPConnectionOptions();
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }
}
