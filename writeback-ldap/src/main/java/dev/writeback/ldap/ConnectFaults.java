package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.ldap.DirectoryFailure.Reach;
import dev.writeback.ldap.LdapSettings.Tls;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What it means that connecting or signing in failed; nothing was read or written by then. */
final class ConnectFaults {

    /** What the SDK itself comes upon; every other code is a server's answer, to StartTLS or the sign-in. */
    private static final Set<ResultCode> OF_THE_CONNECTION = Set.of(
            ResultCode.CONNECT_ERROR,
            ResultCode.SERVER_DOWN,
            ResultCode.TIMEOUT,
            ResultCode.LOCAL_ERROR,
            ResultCode.DECODING_ERROR,
            ResultCode.USER_CANCELED);

    private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]+)");

    private final LdapSettings settings;

    ConnectFaults(LdapSettings settings) {
        this.settings = settings;
    }

    DirectoryFailure of(LDAPException failure, ServerAddress server) {
        if (failure instanceof CannotSignIn told) {
            return new DirectoryFailure(with(told.problem(), told.said()), told.reach(), failure);
        }
        ResultCode code = failure.getResultCode();
        if (has(failure, PeerVerifier.WrongHostName.class)) {
            return here(wrongHost(server), failure);
        }
        if (has(failure, CertificateException.class)
                || has(failure, CertPathBuilderException.class)
                || has(failure, CertPathValidatorException.class)) {
            return here(untrusted(server), failure);
        }
        if (settings.signIn() instanceof SignInMethod.External method
                && (alert(failure).isPresent() || code.equals(ResultCode.SERVER_DOWN))) {
            return ofCertificate(failure, server, method);
        }
        // A TLS handshake that is given up ends in either, depending on who gives up first.
        if (has(failure, SSLException.class) && !has(failure, SocketTimeoutException.class)) {
            return here(noTls(server), failure);
        }
        if (OF_THE_CONNECTION.contains(code)) {
            return here(unreachable(failure, server), failure);
        }
        if (code.equals(ResultCode.BUSY) || code.equals(ResultCode.UNAVAILABLE)) {
            return here(busy(server), failure);
        }
        return failure(refused(failure, server), failure, Reach.EVERY_SERVER);
    }

    private static Problem wrongHost(ServerAddress server) {
        return Problem.of(
                ErrorCode.CERTIFICATE_NOT_TRUSTED,
                "The certificate of %s is for another host name.".formatted(server),
                "Name the server as its certificate does, or give it a certificate for %s.".formatted(server.host()));
    }

    private Problem untrusted(ServerAddress server) {
        String trusted = settings.caFile()
                .map("the authorities in the CA file %s"::formatted)
                .orElse("the authorities that the Java runtime trusts (no CA file is set)");
        return Problem.of(
                ErrorCode.CERTIFICATE_NOT_TRUSTED,
                "The certificate of %s is not from %s, or not valid now.".formatted(server, trusted),
                "Set the CA file (tls.caFile) to the PEM certificate of the authority that issued it, and see that it has not expired.");
    }

    private Problem noTls(ServerAddress server) {
        return Problem.of(
                ErrorCode.DIRECTORY_UNAVAILABLE,
                "%s does not speak TLS as it should (%s).".formatted(server, settings.tls()),
                "Check the port, 636 for ldaps:// and 389 for StartTLS, and that the server has a certificate.");
    }

    private Problem unreachable(LDAPException failure, ServerAddress server) {
        if (has(failure, UnknownHostException.class)) {
            return Problem.of(
                    ErrorCode.DIRECTORY_UNAVAILABLE,
                    "The host name of the server %s is not known.".formatted(server),
                    "Check the name, and the name server of this machine.");
        }
        String how = has(failure, ConnectException.class)
                ? "nothing listens there"
                : has(failure, SocketTimeoutException.class)
                                || failure.getResultCode().equals(ResultCode.TIMEOUT)
                        ? "it does not answer within %d ms"
                                .formatted(settings.connectTimeout().toMillis())
                        : "the connection fails";
        return Problem.of(
                ErrorCode.DIRECTORY_UNAVAILABLE,
                "The server %s cannot be reached: %s.".formatted(server, how),
                "Check the address and the port (636 speaks TLS, 389 does not), that the server runs, and the firewalls between.");
    }

    private static Problem busy(ServerAddress server) {
        return Problem.of(
                ErrorCode.DIRECTORY_BUSY,
                "%s is too busy to take a connection.".formatted(server),
                "Nothing to do: it is tried again later.");
    }

    private Problem refused(LDAPException failure, ServerAddress server) {
        return settings.tls() == Tls.START_TLS && failure.getResultCode().equals(ResultCode.PROTOCOL_ERROR)
                ? noTls(server)
                : RefusedSignIn.of(failure, server, settings.signIn());
    }

    /** The alert may be lost when the server closes the connection at once; then it may be for another reason. */
    private static DirectoryFailure ofCertificate(
            LDAPException failure, ServerAddress server, SignInMethod.External method) {
        Optional<String> alert = alert(failure);
        String how = alert.map("TLS alert "::concat).orElse("it closed the connection");
        return failure(
                RefusedSignIn.certificate(server, method, how),
                failure,
                alert.isPresent() ? Reach.EVERY_SERVER : Reach.THIS_SERVER);
    }

    /** With which alert the server ended TLS, as its client prints it; nothing if it did not. */
    private static Optional<String> alert(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher matcher = ALERT.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static DirectoryFailure here(Problem problem, LDAPException failure) {
        return failure(problem, failure, Reach.THIS_SERVER);
    }

    private static DirectoryFailure failure(Problem problem, LDAPException failure, Reach reach) {
        return new DirectoryFailure(with(problem, Diagnostic.of(failure).text()), reach, failure);
    }

    private static Problem with(Problem problem, String said) {
        return new Problem(problem.code(), problem.reason(), problem.action(), said);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
