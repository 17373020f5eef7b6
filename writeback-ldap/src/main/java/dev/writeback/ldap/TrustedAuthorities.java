package dev.writeback.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are trusted: those of a PEM file, or those that the Java runtime trusts. */
final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * What decides whether a server's certificate is from one of them.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    static TrustManager[] of(Optional<Path> caFile) throws GeneralSecurityException {
        KeyStore authorities = caFile.isPresent() ? read(caFile.get()) : null;
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        return trust.getTrustManagers();
    }

    private static KeyStore read(Path file) throws GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            authorities.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        int count = 0;
        for (Certificate certificate : certificates(file)) {
            authorities.setCertificateEntry("authority-" + count++, certificate);
        }
        return authorities;
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IllegalArgumentException(noCertificates(file));
            }
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the CA file %s cannot be read; it must hold the PEM certificates of the authorities to trust"
                            .formatted(file),
                    e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(noCertificates(file), e);
        }
    }

    private static String noCertificates(Path file) {
        return "the CA file %s holds no certificate that can be read; it must hold PEM certificates, each from BEGIN CERTIFICATE to END CERTIFICATE"
                .formatted(file);
    }
}
