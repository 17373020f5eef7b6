package dev.writeback.engine.planning;

import dev.writeback.engine.exchange.AddressKey;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Plan;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What plans do to who has which address. */
public final class NewAddresses {

    private static final AttributeName PROXY_ADDRESSES = AttributeName.of("proxyAddresses");

    private NewAddresses() {}

    /**
     * The addresses that an entry gets by a plan and has not yet. An address that changes its case only, or that {@code
     * mail} takes over from {@code proxyAddresses}, is none; empty as a rule.
     */
    public static Set<AddressKey> of(Plan plan) {
        Set<AddressKey> found = new LinkedHashSet<>(0);
        for (AttributeDecision decision : plan.decisions()) {
            if (decision.writes() && AddressKey.isHeldIn(decision.attribute())) {
                found.addAll(of(decision, plan));
            }
        }
        return found;
    }

    /** The same of one decision of the plan. */
    static Set<AddressKey> of(AttributeDecision decision, Plan plan) {
        Set<AddressKey> added = decision.modification()
                .map(change -> keys(decision.attribute(), change.add()))
                .orElse(Set.of());
        added.removeAll(keys(decision.attribute(), decision.directory()));
        plan.decision(PROXY_ADDRESSES).ifPresent(own -> added.removeAll(keys(PROXY_ADDRESSES, own.directory())));
        return added;
    }

    /**
     * Whether an entry that has an address in these attributes has it no longer once its own plan is carried out, or has it
     * no longer now.
     */
    public static boolean leaves(Plan plan, AddressKey address, Collection<AttributeName> attributes) {
        return attributes.stream().allMatch(attribute -> leaves(plan, address, plan.decision(attribute)));
    }

    private static boolean leaves(Plan plan, AddressKey address, Optional<AttributeDecision> decision) {
        if (decision.isEmpty() || has(decision.get(), decision.get().result(), address)) {
            return false;
        }
        return plan.writes() || !has(decision.get(), decision.get().directory(), address);
    }

    private static boolean has(AttributeDecision decision, Collection<AttributeValue> values, AddressKey address) {
        return keys(decision.attribute(), values).contains(address);
    }

    private static Set<AddressKey> keys(AttributeName attribute, Collection<AttributeValue> values) {
        Set<AddressKey> keys = new LinkedHashSet<>();
        values.forEach(value -> AddressKey.of(attribute, value).ifPresent(keys::add));
        return keys;
    }
}
