package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.Locale;
import java.util.Optional;

/**
 * An address with its prefix, as {@code proxyAddresses} holds it.
 *
 * @param text prefix, colon and address, as they are spelled: {@code SMTP:} says that this is the primary address,
 *     {@code smtp:} that it is not
 */
public record ProxyAddress(String text) {

    private static final String PRIMARY = "SMTP:";
    private static final String SECONDARY = "smtp:";
    private static final int LONGEST = 256;
    private static final String FORBIDDEN_IN_SMTP = "<>()[];,\"\\";

    public ProxyAddress {
        if (text.indexOf(':') < 0) {
            throw new IllegalArgumentException("an address has a prefix, a colon and something behind it");
        }
    }

    /** The address of this text; one without a prefix is a secondary SMTP address. */
    public static ProxyAddress parse(String text) {
        return new ProxyAddress(text.indexOf(':') < 0 ? SECONDARY + text : text);
    }

    /** The address of this value. */
    public static ProxyAddress of(AttributeValue value) {
        return parse(value.toString());
    }

    /** The prefix as it is spelled. */
    public String prefix() {
        return text.substring(0, text.indexOf(':'));
    }

    /** The prefix in upper case: which kind of address it is. */
    public String kind() {
        return isSmtp() ? "SMTP" : prefix().toUpperCase(Locale.ROOT);
    }

    /** Whether it is an SMTP address, primary or not. */
    public boolean isSmtp() {
        return text.regionMatches(true, 0, PRIMARY, 0, PRIMARY.length());
    }

    /** Whether it is the primary SMTP address. */
    public boolean isPrimary() {
        return text.startsWith(PRIMARY);
    }

    /** The same address, not primary. */
    public ProxyAddress demoted() {
        return isPrimary() ? new ProxyAddress(SECONDARY + text.substring(PRIMARY.length())) : this;
    }

    /**
     * Whether it is an address of this domain.
     *
     * @param domain in lower case; with {@code *.} in front any domain below it
     */
    public boolean isOf(String domain) {
        int skipped = domain.startsWith("*.") ? 1 : 0;
        int start = text.length() - domain.length() + skipped;
        return start > text.indexOf(':') + 1
                && text.regionMatches(true, start, domain, skipped, domain.length() - skipped)
                && (skipped == 1 || text.charAt(start - 1) == '@');
    }

    /** What the directory tells addresses apart by. */
    public Object identity() {
        return AttributeSyntax.ADDRESS.identity(value());
    }

    /** The value that the directory holds. */
    public AttributeValue value() {
        return AttributeValue.text(text);
    }

    /** What is wrong with it, in words that go on from "an address"; nothing if it may be written. */
    public Optional<String> problem() {
        int colon = text.indexOf(':');
        if (text.substring(0, colon).isBlank() || text.substring(colon + 1).isBlank()) {
            return Optional.of("has an empty prefix or nothing behind it");
        }
        if (text.length() > LONGEST) {
            return Optional.of("is longer than %d characters".formatted(LONGEST));
        }
        return isSmtp() ? smtpProblem(colon + 1) : Optional.empty();
    }

    private Optional<String> smtpProblem(int start) {
        int at = text.indexOf('@', start);
        if (at <= start || at != text.lastIndexOf('@') || at == text.length() - 1) {
            return Optional.of("is not of the form name@domain");
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || FORBIDDEN_IN_SMTP.indexOf(c) >= 0) {
                return Optional.of("holds a space or one of " + FORBIDDEN_IN_SMTP);
            }
        }
        return Optional.empty();
    }
}
