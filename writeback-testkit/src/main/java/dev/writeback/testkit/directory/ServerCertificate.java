package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1BitString;
import com.unboundid.asn1.ASN1Boolean;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for the server, made at its start by an authority that is made with it. */
final class ServerCertificate {

    private static final OID BASIC_CONSTRAINTS = new OID("2.5.29.19");
    private static final OID SUBJECT_ALTERNATIVE_NAME = new OID("2.5.29.17");
    private static final byte DNS_NAME = (byte) 0x82;
    private static final byte IP_ADDRESS = (byte) 0x87;
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final long NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long NOT_AFTER = Instant.parse("2049-01-01T00:00:00Z").toEpochMilli();
    private static final SignatureAlgorithmIdentifier SIGNATURE = SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA;

    private final X509Certificate authority;
    private final SSLContext context;

    private ServerCertificate(X509Certificate authority, SSLContext context) {
        this.authority = authority;
        this.context = context;
    }

    /** Makes an authority and a certificate for a server of these DNS names and IPv4 addresses. */
    static ServerCertificate forNames(List<String> names) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            KeyPair authorityKeys = keys.generateKeyPair();
            X509Certificate authority = X509Certificate.generateSelfSignedCertificate(
                    SIGNATURE,
                    authorityKeys,
                    new DN("CN=Test Authority"),
                    NOT_BEFORE,
                    NOT_AFTER,
                    new X509CertificateExtension(
                            BASIC_CONSTRAINTS,
                            true,
                            new ASN1Sequence(ASN1Boolean.UNIVERSAL_BOOLEAN_TRUE_ELEMENT).encode()));
            KeyPair serverKeys = keys.generateKeyPair();
            X509Certificate server = sign(authority, authorityKeys, serverKeys, names);
            return new ServerCertificate(authority, context(serverKeys, server, authority));
        } catch (Exception noCryptography) {
            throw new IllegalStateException(
                    "The directory cannot make its certificate; the Java runtime must support EC keys and TLS",
                    noCryptography);
        }
    }

    private static X509Certificate sign(
            X509Certificate authority, KeyPair authorityKeys, KeyPair serverKeys, List<String> names) throws Exception {
        ASN1Element[] publicKey = ASN1Sequence.decodeAsSequence(
                        serverKeys.getPublic().getEncoded())
                .elements();
        ASN1Element[] algorithm = ASN1Sequence.decodeAsSequence(publicKey[0]).elements();
        ASN1BitString key = ASN1BitString.decodeAsBitString(publicKey[1]);
        return X509Certificate.generateIssuerSignedCertificate(
                SIGNATURE,
                authority,
                authorityKeys.getPrivate(),
                algorithm[0].decodeAsObjectIdentifier().getOID(),
                algorithm[1],
                key,
                null,
                new DN("CN=dc1"),
                NOT_BEFORE,
                NOT_AFTER,
                new X509CertificateExtension(SUBJECT_ALTERNATIVE_NAME, false, alternativeNames(names)));
    }

    private static byte[] alternativeNames(List<String> names) {
        List<ASN1Element> elements = new ArrayList<>();
        for (String name : names) {
            elements.add(
                    IPV4.matcher(name).matches()
                            ? new ASN1OctetString(IP_ADDRESS, octets(name))
                            : new ASN1OctetString(DNS_NAME, name));
        }
        return new ASN1Sequence(elements).encode();
    }

    private static byte[] octets(String address) {
        byte[] octets = new byte[4];
        List<String> parts = Arrays.asList(address.split("\\.", -1));
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(parts.get(i));
        }
        return octets;
    }

    private static SSLContext context(KeyPair keys, X509Certificate server, X509Certificate authority)
            throws Exception {
        char[] password = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        Certificate[] chain = {server.toCertificate(), authority.toCertificate()};
        store.setKeyEntry("server", keys.getPrivate(), password, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** The authority's certificate as PEM text. */
    String authorityPem() {
        return authority.toPEMString();
    }

    SSLContext context() {
        return context;
    }
}
