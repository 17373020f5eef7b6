package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Ties a sign-in to the TLS connection it is made over: {@code tls-server-end-point} (RFC 5929, section 4). */
final class ChannelBinding {

    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA_256 = "SHA-256";
    private static final String PSS = "RSASSA-PSS";
    private static final Pattern STRONG = Pattern.compile("SHA-?(224|384|512)WITH");

    private ChannelBinding() {}

    static byte[] of(@Nullable SSLSession session) throws LDAPException {
        if (session == null) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "there is no TLS to bind the sign-in to");
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return of((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException | GeneralSecurityException | ClassCastException unusable) {
            throw new LDAPException(
                    ResultCode.CONNECT_ERROR, "the sign-in cannot be bound to the server's certificate", unusable);
        }
    }

    /** The hash of the certificate, by the function that it is signed with; MD5 and SHA-1 count as SHA-256. */
    static byte[] of(X509Certificate certificate) throws GeneralSecurityException {
        ByteArrayOutputStream binding = new ByteArrayOutputStream();
        binding.writeBytes(PREFIX);
        binding.writeBytes(MessageDigest.getInstance(function(certificate)).digest(certificate.getEncoded()));
        return binding.toByteArray();
    }

    /** A signature is called {@code SHA384withECDSA}; {@code RSASSA-PSS} keeps the function among its parameters. */
    private static String function(X509Certificate certificate) throws GeneralSecurityException {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (signature.equals(PSS)) {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(PSS);
            try {
                parameters.init(certificate.getSigAlgParams());
            } catch (IOException malformed) {
                throw new GeneralSecurityException(malformed);
            }
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        }
        Matcher strong = STRONG.matcher(signature);
        return strong.lookingAt() ? "SHA-" + strong.group(1) : SHA_256;
    }
}
