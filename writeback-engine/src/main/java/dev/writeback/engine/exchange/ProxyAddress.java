package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.Locale;
import java.util.Optional;

/**
 * An address with its prefix, as {@code proxyAddresses} holds it.
 *
 * @param prefix as it is spelled: {@code SMTP} says that this is the primary address, {@code smtp} that it is not
 * @param address what stands behind the colon
 */
public record ProxyAddress(String prefix, String address) {

    private static final String PRIMARY = "SMTP";
    private static final int LONGEST = 256;
    private static final String FORBIDDEN_IN_SMTP = "<>()[];,\"\\";

    /** The address of this text; one without a prefix is a secondary SMTP address. */
    public static ProxyAddress parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new ProxyAddress("smtp", text)
                : new ProxyAddress(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The address of this value. */
    public static ProxyAddress of(AttributeValue value) {
        return parse(value.toString());
    }

    /** The prefix in upper case: which kind of address it is. */
    public String kind() {
        return isSmtp() ? PRIMARY : prefix.toUpperCase(Locale.ROOT);
    }

    /** Whether it is an SMTP address, primary or not. */
    public boolean isSmtp() {
        return prefix.equalsIgnoreCase(PRIMARY);
    }

    /** Whether it is the primary SMTP address. */
    public boolean isPrimary() {
        return prefix.equals(PRIMARY);
    }

    /** The same address, not primary. */
    public ProxyAddress demoted() {
        return isPrimary() ? new ProxyAddress("smtp", address) : this;
    }

    /**
     * Whether it is an address of this domain.
     *
     * @param domain in lower case; with {@code *.} in front any domain below it
     */
    public boolean isOf(String domain) {
        String end = domain.startsWith("*.") ? domain.substring(1) : "@" + domain;
        int start = address.length() - end.length();
        return start > 0 && address.regionMatches(true, start, end, 0, end.length());
    }

    /** What the directory tells addresses apart by. */
    public Object identity() {
        return AttributeSyntax.ADDRESS.identity(value());
    }

    /** The value that the directory holds. */
    public AttributeValue value() {
        return AttributeValue.text(prefix + ":" + address);
    }

    /** What is wrong with it, in words that go on from "an address"; nothing if it may be written. */
    public Optional<String> problem() {
        if (prefix.isBlank() || address.isBlank()) {
            return Optional.of("has an empty prefix or nothing behind it");
        }
        if (prefix.length() + 1 + address.length() > LONGEST) {
            return Optional.of("is longer than %d characters".formatted(LONGEST));
        }
        return isSmtp() ? smtpProblem() : Optional.empty();
    }

    private Optional<String> smtpProblem() {
        int at = address.indexOf('@');
        if (at < 1 || at != address.lastIndexOf('@') || at == address.length() - 1) {
            return Optional.of("is not of the form name@domain");
        }
        boolean forbidden = address.chars().anyMatch(c -> c <= ' ' || c == 0x7f || FORBIDDEN_IN_SMTP.indexOf(c) >= 0);
        return forbidden ? Optional.of("holds a space or one of " + FORBIDDEN_IN_SMTP) : Optional.empty();
    }
}
