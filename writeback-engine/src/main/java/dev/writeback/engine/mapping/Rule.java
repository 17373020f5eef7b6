package dev.writeback.engine.mapping;

import dev.writeback.model.AttributeName;

/**
 * That an attribute of the cloud flows to one of the directory.
 *
 * @param target the directory attribute, which says how the value is translated
 * @param source the cloud attribute
 * @param authority who wins
 * @param addresses which addresses flow; of use only for a target that holds addresses
 */
public record Rule(AttributeName target, AttributeName source, Authority authority, AddressPolicies addresses) {

    /** That the source flows to the target, with the cloud as authority and the default address policies. */
    public static Rule of(String target, String source) {
        return new Rule(
                AttributeName.of(target), AttributeName.of(source), Authority.CLOUD, AddressPolicies.standard());
    }

    /** This rule with another authority. */
    public Rule withAuthority(Authority other) {
        return new Rule(target, source, other, addresses);
    }

    /** This rule with other address policies. */
    public Rule withAddresses(AddressPolicies other) {
        return new Rule(target, source, authority, other);
    }
}
