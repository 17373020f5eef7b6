package dev.writeback.engine.exchange;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import java.util.Optional;
import java.util.Set;

/**
 * What must be of one recipient only: an address, in whichever attribute and with whichever spelling. {@code SMTP:a@b} and
 * {@code smtp:a@b} in {@code proxyAddresses} or {@code targetAddress} and {@code a@b} in {@code mail} or {@code
 * userPrincipalName} are the same (as IdFix compares them); {@code SIP:a@b} is another.
 *
 * @param text prefix and address, folded as a directory folds case
 */
public record AddressKey(String text) {

    /** The attributes that hold addresses with their prefixes. */
    private static final Set<AttributeName> PREFIXED =
            Set.of(AttributeName.of("proxyAddresses"), AttributeName.of("targetAddress"));

    /** The attributes that hold SMTP addresses without a prefix. */
    private static final Set<AttributeName> BARE =
            Set.of(AttributeName.of("mail"), AttributeName.of("userPrincipalName"));

    /** The key of a value; nothing if the attribute holds no addresses, or the value is no text or empty. */
    public static Optional<AddressKey> of(AttributeName attribute, AttributeValue value) {
        if (!(value instanceof AttributeValue.Text text) || text.value().isBlank()) {
            return Optional.empty();
        }
        if (PREFIXED.contains(attribute)) {
            return Optional.of(of(ProxyAddress.parse(text.value())));
        }
        return BARE.contains(attribute) ? Optional.of(of(new ProxyAddress("smtp:" + text.value()))) : Optional.empty();
    }

    /** Whether the attribute holds addresses. */
    public static boolean isHeldIn(AttributeName attribute) {
        return PREFIXED.contains(attribute) || BARE.contains(attribute);
    }

    private static AddressKey of(ProxyAddress address) {
        return new AddressKey(AttributeSyntax.ADDRESS.identity(address.value()).toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
