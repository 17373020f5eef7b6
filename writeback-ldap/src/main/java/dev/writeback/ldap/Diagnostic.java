package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server said beside its result code, with the codes that Active Directory hides in it ([MS-ADTS] 3.1.1.3.1.9).
 *
 * @param text word for word, without the zero bytes and line ends that servers pad it with; may be empty
 */
record Diagnostic(String text) {

    private static final Pattern LEADING = Pattern.compile("^([0-9A-Fa-f]{8}):");
    private static final Pattern SDK_VERSION = Pattern.compile(", ldapSDKVersion=[^,]*, revision=[0-9a-f]+");
    private static final Pattern SIGN_IN = Pattern.compile(", data ([0-9a-fA-F]{1,8}), v");

    static Diagnostic of(@Nullable String text) {
        return new Diagnostic(text == null ? "" : text.replace("\0", "").strip());
    }

    /** What the server said, or else what it began with on this side. */
    static Diagnostic of(LDAPException failure) {
        String said = failure.getDiagnosticMessage();
        return of(SDK_VERSION.matcher(said == null ? origin(failure) : said).replaceAll(""));
    }

    /** The eight hexadecimal digits at the front, in upper case; empty if there are none. */
    String code() {
        return first(LEADING).toUpperCase(Locale.ROOT);
    }

    /** The reason of a refused sign-in, for instance {@code 52e}, in lower case; empty if there is none. */
    String signInCode() {
        return first(SIGN_IN).toLowerCase(Locale.ROOT);
    }

    /** Whether it has that code in front, or those words in it, whatever their case. */
    boolean shows(String sign) {
        return code().equals(sign) || text.toLowerCase(Locale.ROOT).contains(sign.toLowerCase(Locale.ROOT));
    }

    /** Whether this name stands in it, as a word. */
    boolean names(String attribute) {
        return Pattern.compile("\\b" + Pattern.quote(attribute) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    private static String origin(Throwable failure) {
        Throwable origin = failure;
        while (origin.getCause() != null) {
            origin = origin.getCause();
        }
        return origin instanceof LDAPException sdk
                ? String.valueOf(sdk.getMessage())
                : "%s: %s".formatted(origin.getClass().getSimpleName(), origin.getMessage());
    }

    private String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
