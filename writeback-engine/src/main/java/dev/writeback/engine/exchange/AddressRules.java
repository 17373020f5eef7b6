package dev.writeback.engine.exchange;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which addresses the cloud's own checks of a directory call invalid, and why. What a directory holds is never judged,
 * only what is to be written to it.
 *
 * <p>The rules are those of Microsoft's IdFix. They are applied one after the other, each to what the one before would
 * leave when it had taken away what it minds: an address with a blank in it is wrong once, not three times.
 *
 * <p>Whether mail can be sent to a top-level domain is decided by its form (2 to 17 letters) and by a list of names that
 * are reserved for private networks. A list of all that exist would be out of date the next day. Names for documents and
 * tests ({@code example}, {@code test}) pass.
 *
 * <p>Where the cases that are known leave a rule open, it is: an alias that begins with a period breaks {@code
 * Character}; an SMTP address without an {@code @} is a domain alone; a second colon counts for every kind, except for
 * the routing addresses of {@link Edition#DEDICATED}; several periods at the end of a local part go together.
 */
public final class AddressRules {

    private static final int LONGEST = 256;
    private static final int SMTP_PREFIX = 5;
    private static final int LONGEST_ROUTING = 255;
    private static final int LONGEST_ALIAS = 64;

    private static final IntPredicate BLANK = c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    private static final IntPredicate IN_SMTP = BLANK.or(oneOf("<>();,[]\""));
    private static final IntPredicate IN_OTHERS = BLANK.or(oneOf("<>(),[]\""));
    private static final IntPredicate IN_X400 = oneOf("\f\n\r\t\u000b[]\"'");
    private static final IntPredicate BACKSLASH = oneOf("\\");
    private static final IntPredicate IN_ALIAS = BLANK.or(oneOf("\\!#$%&*+/=?^`{}|~<>()';:,[]\"@"));

    private AddressRules() {}

    /** Which rules hold. */
    public enum Edition {
        /** Those of Microsoft 365. */
        MULTI_TENANT,
        /** Those of the older dedicated tenants, which mind other things. */
        DEDICATED
    }

    /**
     * What is wrong with a value of an attribute in Microsoft 365; nothing if it may be written. An attribute that holds
     * no addresses has no rules here.
     */
    public static List<AddressError> check(CatalogueEntry attribute, String value) {
        return check(attribute, value, Edition.MULTI_TENANT);
    }

    /** What is wrong with a value of an attribute in an edition; nothing if it may be written. */
    public static List<AddressError> check(CatalogueEntry attribute, String value, Edition edition) {
        return switch (attribute.translation()) {
            case ADDRESSES -> proxy(value, edition);
            case ROUTING_ADDRESS -> routing(value, edition);
            case PRIMARY_ADDRESS -> mail(value, edition);
            case ALIAS -> alias(value, edition);
            default -> List.of();
        };
    }

    /** What is wrong with an address that has a prefix, in Microsoft 365. */
    static List<AddressError> check(ProxyAddress address) {
        if (address.isSmtp() && address.text().length() <= LONGEST && SmtpPart.isPlain(address.text(), SMTP_PREFIX)) {
            return List.of();
        }
        return proxy(address.text(), Edition.MULTI_TENANT);
    }

    private static List<AddressError> proxy(String value, Edition edition) {
        AddressInspection inspection = AddressInspection.ofPrefixed(value).limit(LONGEST);
        if (edition == Edition.MULTI_TENANT) {
            inspection.without(forbidden(inspection));
        }
        return inspection.withoutSecondColon().address().errors();
    }

    private static List<AddressError> routing(String value, Edition edition) {
        AddressInspection inspection = AddressInspection.ofPrefixed(value);
        if (edition == Edition.MULTI_TENANT) {
            inspection
                    .limit(LONGEST_ROUTING)
                    .without(forbidden(inspection).or(BACKSLASH))
                    .withoutSecondColon();
        } else {
            inspection.limit(LONGEST);
        }
        return inspection.address().errors();
    }

    private static List<AddressError> mail(String value, Edition edition) {
        AddressInspection inspection = AddressInspection.ofPlain(value).limit(LONGEST);
        return edition == Edition.MULTI_TENANT
                ? inspection.errors()
                : inspection.without(BLANK).address().errors();
    }

    private static List<AddressError> alias(String value, Edition edition) {
        AddressInspection inspection = AddressInspection.ofPlain(value).limit(LONGEST_ALIAS);
        return edition == Edition.MULTI_TENANT
                ? inspection.withoutLeadingPeriod().errors()
                : inspection.without(IN_ALIAS).errors();
    }

    private static IntPredicate forbidden(AddressInspection inspection) {
        if (inspection.isSmtp()) {
            return IN_SMTP;
        }
        return inspection.isX400() ? IN_X400 : IN_OTHERS;
    }

    private static IntPredicate oneOf(String characters) {
        return c -> characters.indexOf(c) >= 0;
    }
}
