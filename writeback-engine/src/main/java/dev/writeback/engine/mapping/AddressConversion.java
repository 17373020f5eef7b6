package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.exchange.ValueCheck;
import dev.writeback.model.AttributeValue;
import dev.writeback.plan.Omission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of a mailbox: those that flow, each once, one of them primary. One that must not be written is held back
 * and named; without a primary address nothing flows, or the entry would lose its own.
 */
record AddressConversion(CatalogueEntry attribute, AddressPolicies policies) implements Conversion {

    @Override
    public Mapped convert(List<AttributeValue> stated, Circumstances circumstances) {
        Map<Object, ProxyAddress> wanted = new LinkedHashMap<>();
        List<Omission> heldBack = new ArrayList<>(0);
        List<AttributeValue> unwritten = new ArrayList<>(0);
        for (AttributeValue value : stated) {
            if (!(value instanceof AttributeValue.Text)) {
                return new Mapped.Invalid(ValueCheck.problem(attribute, value));
            }
            ProxyAddress address = ProxyAddress.of(value);
            if (policies.of(address) == AddressPolicy.DROP) {
                continue;
            }
            Optional<String> obstacle = obstacle(address, circumstances.domains());
            if (obstacle.isPresent()) {
                heldBack.add(new Omission.HeldBack(obstacle.get()));
                unwritten.add(address.value());
            } else {
                wanted.merge(address.identity(), address, (one, other) -> other.isPrimary() ? other : one);
            }
        }
        return onePrimary(wanted.values(), heldBack, unwritten);
    }

    private Mapped onePrimary(
            Collection<ProxyAddress> wanted, List<Omission> heldBack, List<AttributeValue> unwritten) {
        List<AttributeValue> values = new ArrayList<>(wanted.size());
        int primaries = 0;
        for (ProxyAddress address : wanted) {
            values.add(address.value());
            primaries += address.isPrimary() ? 1 : 0;
        }
        return primaries == 1
                ? new Mapped.Values(List.copyOf(values), heldBack, unwritten)
                : new Mapped.Invalid(notOnePrimary(primaries, heldBack));
    }

    /** Why an address must not be written, in one sentence; nothing if it may. */
    private Optional<String> obstacle(ProxyAddress address, AcceptedDomains domains) {
        if (ValueCheck.wire(attribute, address.value()).isEmpty()) {
            return Optional.of("An address is held back until it is mended in the cloud: "
                    + ValueCheck.problem(attribute, address.value()));
        }
        Optional<String> problem = address.problem();
        if (problem.isPresent()) {
            return Optional.of("The address '%s' %s; it is held back until it is mended in the cloud."
                    .formatted(address.text(), problem.get()));
        }
        return domains.accepts(address) ? Optional.empty() : Optional.of(unverified(address));
    }

    /** Why an address of a foreign domain does not flow. */
    static String unverified(ProxyAddress address) {
        return "The address '%s' is held back, because %s is none of the accepted domains; verify it in the cloud, or add it to them."
                .formatted(address.text(), address.domain().orElse("its domain"));
    }

    private String notOnePrimary(int primaries, List<Omission> heldBack) {
        String all =
                "There are %d primary addresses (SMTP: in capitals) that flow to %s; there must be exactly one, so all addresses stay as they are."
                        .formatted(primaries, attribute.name());
        StringBuilder reason = new StringBuilder(all);
        heldBack.forEach(omission -> reason.append(' ').append(omission.sentence()));
        return reason.toString();
    }

    @Override
    public Optional<AttributeValue> translate(AttributeValue stated, Circumstances circumstances) {
        return stated instanceof AttributeValue.Text ? Optional.of(stated) : Optional.empty();
    }

    @Override
    public List<AttributeValue> fit(
            List<AttributeValue> cloud, List<AttributeValue> directory, Circumstances circumstances) {
        List<AttributeValue> kept = new ArrayList<>();
        for (AttributeValue value : directory) {
            if (!mayRemove(value, circumstances)) {
                kept.add(value);
            }
        }
        return kept.isEmpty() ? cloud : Addresses.union(cloud, kept);
    }

    @Override
    public boolean mayRemove(AttributeValue value, Circumstances circumstances) {
        ProxyAddress address = ProxyAddress.of(value);
        return policies.of(address) == AddressPolicy.FLOW
                && circumstances.domains().accepts(address);
    }
}
