package dev.writeback.engine.mapping;

import dev.writeback.engine.expression.Expression;
import dev.writeback.model.AttributeName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * That something the cloud states flows to an attribute of the directory.
 *
 * @param target the directory attribute, which says how values are translated
 * @param origin where the values come from
 * @param authority who wins
 * @param clearing what happens when the cloud states that the attribute is empty
 * @param addresses which addresses flow; of use only for a target that holds addresses
 * @param primaryOf a cloud attribute that holds addresses, whose primary one is taken where it was stated later than the
 *     origin; of use only for a target that holds one plain address, such as {@code mail}
 * @param drift what is done where only the directory changed it; says nothing if the directory is the authority
 * @param firstContact what is done where the directory has values and nothing was agreed yet
 */
public record Rule(
        AttributeName target,
        Origin origin,
        Authority authority,
        Clearing clearing,
        AddressPolicies addresses,
        Optional<AttributeName> primaryOf,
        Drift drift,
        FirstContact firstContact) {

    /** That a cloud attribute flows to the target, with the cloud as authority and everything else by default. */
    public static Rule of(String target, String source) {
        return of(AttributeName.of(target), new Origin.Property(AttributeName.of(source)));
    }

    /** That what an expression makes of the cloud object flows to the target, everything else by default. */
    public static Rule computed(String target, Expression expression) {
        return of(AttributeName.of(target), new Origin.Computed(expression));
    }

    private static Rule of(AttributeName target, Origin origin) {
        return new Rule(
                target,
                origin,
                Authority.CLOUD,
                Clearing.FLOWS,
                AddressPolicies.standard(),
                Optional.empty(),
                Drift.REPORT,
                FirstContact.MERGE);
    }

    /** This rule with another authority. */
    public Rule withAuthority(Authority other) {
        return new Rule(target, origin, other, clearing, addresses, primaryOf, drift, firstContact);
    }

    /** This rule with clearing switched on or off. */
    public Rule withClearing(Clearing other) {
        return new Rule(target, origin, authority, other, addresses, primaryOf, drift, firstContact);
    }

    /** This rule with other address policies. */
    public Rule withAddresses(AddressPolicies other) {
        return new Rule(target, origin, authority, clearing, other, primaryOf, drift, firstContact);
    }

    /** This rule, following the primary of the addresses that a cloud attribute holds. */
    public Rule withPrimaryOf(String addressesSource) {
        return new Rule(
                target,
                origin,
                authority,
                clearing,
                addresses,
                Optional.of(AttributeName.of(addressesSource)),
                drift,
                firstContact);
    }

    /** This rule with another answer to drift. */
    public Rule withDrift(Drift other) {
        return new Rule(target, origin, authority, clearing, addresses, primaryOf, other, firstContact);
    }

    /** This rule with another answer to the first contact. */
    public Rule withFirstContact(FirstContact other) {
        return new Rule(target, origin, authority, clearing, addresses, primaryOf, drift, other);
    }

    /** The cloud attributes that it reads. */
    public Set<AttributeName> reads() {
        Set<AttributeName> reads = new LinkedHashSet<>(origin.reads());
        primaryOf.ifPresent(reads::add);
        addresses.x500From().ifPresent(reads::add);
        return reads;
    }
}
