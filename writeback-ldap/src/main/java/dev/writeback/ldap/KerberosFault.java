package dev.writeback.ldap;

import dev.writeback.ldap.DirectoryFailure.Reach;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why Kerberos did not let an account in: the error codes of the key distribution centre (RFC 4120, section 7.5.9), and what
 * the JDK says by itself.
 *
 * @param clause why, as the rest of a sentence; {@code %1$s} stands for the host, {@code %2$s} for the file, {@code %3$s} for
 *     the realm
 * @param action one sentence that says what to do
 * @param signs codes in brackets, or words of a message
 */
record KerberosFault(String clause, String action, List<String> signs) {

    private static final KerberosFault NO_ACCOUNT = fault(
            "its realm has no such account",
            "Check the principal: name@REALM with the realm in capital letters, for a managed service account name$@REALM.",
            "(6)");
    private static final KerberosFault NO_SERVICE = fault(
            "the realm has no service principal ldap/%1$s",
            "Name the server by the host name that it has in the domain, or add the service principal to its account (setspn).",
            "(7)");
    private static final KerberosFault LOCKED = fault(
            "the account is disabled, locked or expired", "Enable the account, and see why it is so.", "(18)", "(1)");
    private static final KerberosFault PASSWORD_EXPIRED =
            fault("the account's password has expired", "Set a new password, and make the keytab anew.", "(23)");
    private static final KerberosFault WRONG_KEY = fault(
            "%2$s holds a key that is not the account's any more",
            "Make the keytab anew: the account's password was changed since.",
            "(24)",
            "(31)",
            "Checksum failed",
            "Integrity check");
    private static final KerberosFault NO_TICKET = fault(
            "%2$s holds no ticket of it that is valid now",
            "Get a ticket, for instance with kinit, and keep it fresh, for instance with k5start.",
            "(32)",
            "(33)",
            "Unable to obtain Principal Name",
            "Unable to obtain password",
            "Failed to find any Kerberos tgt");
    private static final KerberosFault CLOCK = fault(
            "the clocks of this machine and of the domain differ by more than Kerberos allows, usually five minutes",
            "Set the clock of this machine by the domain's time.",
            "(37)");
    private static final KerberosFault ENCRYPTION = fault(
            "this machine and the realm have no type of encryption in common",
            "Allow AES for the account (msDS-SupportedEncryptionTypes), and make the keytab anew.",
            "(14)",
            "Cannot find key of appropriate type");
    private static final KerberosFault NO_KDC = fault(
            "no key distribution centre of the realm %3$s can be found or reached",
            "Set it in krb5.conf, or as kdc, or let this machine use the domain's name servers; it listens on port 88.",
            "Cannot locate KDC",
            "Cannot locate default realm",
            "SocketTimeoutException",
            "PortUnreachableException",
            "ConnectException",
            "UnknownHostException",
            "NoRouteToHostException",
            "timed out",
            "Connection refused");
    private static final KerberosFault OTHER =
            fault("Kerberos fails", "See the message, and the principal, the realm and krb5.conf.");

    private static final List<KerberosFault> ALL =
            List.of(NO_ACCOUNT, NO_SERVICE, LOCKED, PASSWORD_EXPIRED, WRONG_KEY, NO_TICKET, CLOCK, ENCRYPTION, NO_KDC);

    /** The code stands at the end of a message of the JDK, and may be followed by what it was doing. */
    private static final Pattern CODE = Pattern.compile("\\((\\d{1,3})\\)( - |\\)|$)");

    /** What a failure means, told by the innermost of its causes that says something. */
    static CannotSignIn told(SignInMethod.Gssapi method, String host, Throwable failure) {
        KerberosFault fault = OTHER;
        Throwable sign = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            KerberosFault found = of(cause.toString());
            if (!found.equals(OTHER)) {
                fault = found;
                sign = cause;
            }
        }
        String why = fault.clause.formatted(host, KerberosLogin.file(method.credentials()), method.realm());
        return new CannotSignIn(
                "%s cannot sign in: %s.".formatted(method.principal(), why),
                fault.action,
                fault.equals(NO_SERVICE) ? Reach.THIS_SERVER : Reach.EVERY_SERVER,
                failure,
                sign.toString());
    }

    private static KerberosFault of(String message) {
        Matcher matcher = CODE.matcher(message);
        String code = matcher.find() ? "(" + matcher.group(1) + ")" : "";
        return ALL.stream()
                .filter(fault -> fault.signs.stream()
                        .anyMatch(sign -> sign.startsWith("(") ? sign.equals(code) : message.contains(sign)))
                .findFirst()
                .orElse(OTHER);
    }

    private static KerberosFault fault(String clause, String action, String... signs) {
        return new KerberosFault(clause, action, List.of(signs));
    }
}
