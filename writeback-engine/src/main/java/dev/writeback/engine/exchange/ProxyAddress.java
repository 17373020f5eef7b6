package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An address with its prefix, as {@code proxyAddresses} holds it.
 *
 * @param text prefix, colon and address, as they are spelled: {@code SMTP:} says that this is the primary address,
 *     {@code smtp:} that it is not
 */
public record ProxyAddress(String text) {

    private static final String SMTP = "SMTP";
    private static final String PRIMARY = "SMTP:";
    private static final String SECONDARY = "smtp:";

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
        return isSmtp() ? SMTP : prefix().toUpperCase(Locale.ROOT);
    }

    /** What stands behind the prefix and its colon, as it is spelled; empty if nothing does. */
    public String address() {
        return text.substring(text.indexOf(':') + 1);
    }

    /** The domain of an SMTP address, as it is spelled; nothing if it is of another kind or has none. */
    public Optional<String> domain() {
        int at = text.lastIndexOf('@');
        return isSmtp() && at >= 0 && at < text.length() - 1 ? Optional.of(text.substring(at + 1)) : Optional.empty();
    }

    /** Whether it is an SMTP address, primary or not. */
    public boolean isSmtp() {
        return text.length() >= PRIMARY.length()
                && text.charAt(PRIMARY.length() - 1) == ':'
                && (text.startsWith(PRIMARY)
                        || text.startsWith(SECONDARY)
                        || text.regionMatches(true, 0, PRIMARY, 0, PRIMARY.length()));
    }

    /** Whether it is the primary SMTP address. */
    public boolean isPrimary() {
        return text.startsWith(PRIMARY);
    }

    /** The first primary SMTP address of these; nothing if there is none. */
    public static Optional<ProxyAddress> primaryOf(Collection<ProxyAddress> addresses) {
        return addresses.stream().filter(ProxyAddress::isPrimary).findFirst();
    }

    /** The same address as the primary one, if it is an SMTP address; otherwise itself. */
    public ProxyAddress promoted() {
        return isSmtp() && !isPrimary() ? new ProxyAddress(PRIMARY + address()) : this;
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

    /** What rules it breaks; nothing if it may be written. */
    public List<AddressError> errors() {
        return AddressRules.check(this);
    }

    /** What is wrong with it, in words that go on from "an address"; nothing if it may be written. */
    public Optional<String> problem() {
        List<AddressError> errors = errors();
        return errors.isEmpty() ? Optional.empty() : Optional.of(AddressError.describe(errors));
    }
}
