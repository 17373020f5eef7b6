package dev.writeback.testkit.controller;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a server answered: the result code, and the Win32 code in eight hexadecimal digits that Active Directory's diagnostic
 * messages begin with.
 *
 * @param code the number of the LDAP result; 0 for success
 * @param digits the digits in capitals; a hyphen if the message does not begin with them
 */
record Reply(int code, String digits) {

    private static final Pattern COMES_WITH_DIGITS = Pattern.compile("(?s)[0-9A-Fa-f]{8}: .*");

    /** A request that may be refused. */
    @FunctionalInterface
    interface Request {
        void send() throws LDAPException;
    }

    static Reply to(Request request) {
        try {
            request.send();
            return new Reply(0, "-");
        } catch (LDAPException refusal) {
            return of(refusal);
        }
    }

    static Reply of(LDAPException refusal) {
        String message = String.valueOf(refusal.getDiagnosticMessage());
        return new Reply(
                refusal.getResultCode().intValue(),
                COMES_WITH_DIGITS.matcher(message).matches()
                        ? message.substring(0, 8).toUpperCase(Locale.ROOT)
                        : "-");
    }

    /** As the table of differences writes it: {@code 0}, {@code 16} or {@code 16 00002085}. */
    @Override
    public String toString() {
        return digits.equals("-") ? Integer.toString(code) : code + " " + digits;
    }
}
