package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeValue;

/**
 * An address as a list of addresses holds it, {@code @ForAll Address address}. With {@link Ordinary} it is one that may be
 * written: SMTP, X500, X400, SIP, SPO or EUM, a primary one or not. With {@link Hostile} it is what directories hold too: without
 * a prefix, with two, with two signs "at", with blanks, brackets, foreign letters, far too long, ...
 *
 * @param text the address with its prefix, if it has one; 1 character or more
 */
public record Address(String text) {

    public Address {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an address is empty; it has one character or more");
        }
    }

    /** The address as a value of an attribute. */
    public AttributeValue value() {
        return AttributeValue.text(text);
    }

    /** The address alone. */
    @Override
    public String toString() {
        return text;
    }
}
