package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.PKCS8PrivateKey;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate that is its own authority.
 *
 * @param keys its keys
 * @param certificate itself
 */
record TestCertificate(KeyPair keys, X509Certificate certificate) {

    private static final byte DNS_NAME = (byte) 0x82;

    /** One of that name, which is also a certificate for localhost. */
    static TestCertificate of(String subject) {
        return of(subject, "EC", 256, SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA);
    }

    static TestCertificate of(String subject, String kind, int bits, SignatureAlgorithmIdentifier signature) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            Certificate made = com.unboundid.util.ssl.cert.X509Certificate.generateSelfSignedCertificate(
                            signature,
                            keys,
                            new DN(subject),
                            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                            Instant.parse("2049-01-01T00:00:00Z").toEpochMilli(),
                            new X509CertificateExtension(
                                    new OID("2.5.29.17"),
                                    false,
                                    new ASN1Sequence(new ASN1OctetString(DNS_NAME, "localhost")).encode()))
                    .toCertificate();
            return new TestCertificate(keys, (X509Certificate) made);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Path certificateTo(Path file) throws Exception {
        return Files.writeString(
                file, new com.unboundid.util.ssl.cert.X509Certificate(certificate.getEncoded()).toPEMString());
    }

    Path keyTo(Path file) throws Exception {
        return Files.writeString(file, new PKCS8PrivateKey(keys.getPrivate().getEncoded()).toPEMString());
    }

    Path keyStoreTo(Path file, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", keys.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
