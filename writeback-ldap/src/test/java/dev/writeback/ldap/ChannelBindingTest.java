package dev.writeback.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class ChannelBindingTest {

    @Test
    void the_certificate_is_hashed_as_it_is_signed() throws Exception {
        hashed(SignatureAlgorithmIdentifier.SHA_256_WITH_RSA, "SHA-256");
        hashed(SignatureAlgorithmIdentifier.SHA_384_WITH_RSA, "SHA-384");
        hashed(SignatureAlgorithmIdentifier.SHA_512_WITH_RSA, "SHA-512");
    }

    @Test
    void weak_functions_count_as_sha_256() throws Exception {
        hashed(SignatureAlgorithmIdentifier.SHA_1_WITH_RSA, "SHA-256");
    }

    private static void hashed(SignatureAlgorithmIdentifier signature, String function) throws Exception {
        TestCertificate certificate = TestCertificate.of("CN=server", "RSA", 2048, signature);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes("tls-server-end-point:".getBytes(StandardCharsets.US_ASCII));
        expected.writeBytes(MessageDigest.getInstance(function)
                .digest(certificate.certificate().getEncoded()));

        assertThat(ChannelBinding.of(certificate.certificate())).isEqualTo(expected.toByteArray());
    }
}
