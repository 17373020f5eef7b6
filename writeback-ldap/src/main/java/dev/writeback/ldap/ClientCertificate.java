package dev.writeback.ldap;

import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PKCS8PEMFileReader;
import com.unboundid.util.ssl.cert.PKCS8PrivateKey;
import dev.writeback.ldap.SignInMethod.Certificate.Pem;
import dev.writeback.ldap.SignInMethod.Certificate.Pkcs12;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Reads the certificate that a client shows, and its key. */
final class ClientCertificate {

    /** Of the key store in memory, which nobody else reads. */
    private static final char[] NO_PASSWORD = {};

    private ClientCertificate() {}

    /** Where it is read from. */
    static List<Path> files(SignInMethod.Certificate certificate) {
        return certificate instanceof Pem pem ? List.of(pem.file(), pem.key()) : List.of(certificate.file());
    }

    /**
     * What shows it to a server.
     *
     * @throws IllegalArgumentException if it cannot be used
     */
    static KeyManager[] keys(SignInMethod.Certificate certificate) throws GeneralSecurityException {
        return certificate instanceof Pem pem ? ofPem(pem) : ofKeyStore((Pkcs12) certificate);
    }

    private static KeyManager[] ofPem(Pem pem) throws GeneralSecurityException {
        Certificate[] chain = chain(pem.file());
        PrivateKey key = key(pem.key());
        if (!belongs(key, chain[0])) {
            throw new IllegalArgumentException(
                    "the key in %s does not belong to the first certificate in %s; it must be the one that the certificate was made for"
                            .formatted(pem.key(), pem.file()));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        store.setKeyEntry("client", key, NO_PASSWORD, chain);
        return managers(store, NO_PASSWORD);
    }

    private static Certificate[] chain(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
        } catch (IOException e) {
            throw unreadable("client certificate", file, e);
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException(noCertificate(file), malformed);
        }
        throw new IllegalArgumentException(noCertificate(file));
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException {
        try (PKCS8PEMFileReader reader = new PKCS8PEMFileReader(file.toFile())) {
            PKCS8PrivateKey key = reader.readPrivateKey();
            if (key != null) {
                return key.toPrivateKey();
            }
        } catch (IOException e) {
            throw unreadable("client's key", file, e);
        } catch (CertException malformed) {
            throw new IllegalArgumentException(noKey(file), malformed);
        }
        throw new IllegalArgumentException(noKey(file));
    }

    private static boolean belongs(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        String kind = certificate.getPublicKey().getAlgorithm();
        byte[] sample = {1, 2, 3};
        Signature signature = Signature.getInstance(
                kind.equals("RSA") || kind.equals("EC") ? "SHA256with" + (kind.equals("EC") ? "ECDSA" : kind) : kind);
        try {
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (InvalidKeyException otherKind) {
            return false;
        }
    }

    private static KeyManager[] ofKeyStore(Pkcs12 file) throws GeneralSecurityException {
        char[] password = password(file);
        try (InputStream in = Files.newInputStream(file.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (Collections.list(store.aliases()).stream().noneMatch(alias -> isKey(store, alias))) {
                throw new IllegalArgumentException(
                        "the key store %s holds no private key; it must hold the client's key with its certificate"
                                .formatted(file.file()));
            }
            return managers(store, password);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new IllegalArgumentException(
                        "the key store %s cannot be opened with this password".formatted(file.file()), e);
            }
            throw unreadable("key store", file.file(), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static char[] password(Pkcs12 file) {
        try {
            return file.password().get();
        } catch (RuntimeException fault) {
            throw new IllegalArgumentException(
                    "the password of the key store %s cannot be had: its source failed".formatted(file.file()), fault);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key store was loaded", e);
        }
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static IllegalArgumentException unreadable(String what, Path file, IOException cause) {
        return new IllegalArgumentException(
                "the %s %s cannot be read; it must be a file that this account may read".formatted(what, file), cause);
    }

    private static String noCertificate(Path file) {
        return "the client certificate %s holds no certificate that can be read; it must hold PEM, the client's own certificate first"
                .formatted(file);
    }

    private static String noKey(Path file) {
        return "the client's key %s cannot be read; it must hold PEM from BEGIN PRIVATE KEY to END PRIVATE KEY (PKCS #8), not encrypted"
                .formatted(file);
    }
}
