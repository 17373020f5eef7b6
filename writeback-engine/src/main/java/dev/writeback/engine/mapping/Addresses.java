package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.CatalogueEntry;
import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.engine.exchange.ValueCheck;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the addresses of a mailbox get from the cloud to the directory. */
public final class Addresses {

    private Addresses() {}

    /** What the cloud's addresses come to: those that flow, each once, one of them primary. */
    static Mapped map(List<AttributeValue> values, AddressPolicies policies, CatalogueEntry attribute) {
        Map<Object, ProxyAddress> wanted = new LinkedHashMap<>();
        for (AttributeValue value : values) {
            if (!(value instanceof AttributeValue.Text)
                    || ValueCheck.wire(attribute, value).isEmpty()) {
                return new Mapped.Invalid(ValueCheck.problem(attribute, value));
            }
            ProxyAddress address = ProxyAddress.of(value);
            if (policies.of(address) == AddressPolicy.DROP) {
                continue;
            }
            if (address.problem().isPresent()) {
                return new Mapped.Invalid(
                        "an address with the prefix '%s' %s; all addresses stay as they are until it is mended."
                                .formatted(address.prefix(), address.problem().get()));
            }
            wanted.merge(address.identity(), address, (one, other) -> other.isPrimary() ? other : one);
        }
        long primaries =
                wanted.values().stream().filter(ProxyAddress::isPrimary).count();
        // Without this, a cloud object whose addresses are all dropped would take every address of the entry away.
        if (primaries != 1) {
            return new Mapped.Invalid(
                    "there are %d primary addresses (SMTP: in capitals) that flow to %s; there must be exactly one."
                            .formatted(primaries, attribute.name()));
        }
        return new Mapped.Values(
                wanted.values().stream().map(ProxyAddress::value).toList());
    }

    /** The cloud's addresses, and those of the directory that are not the cloud's to take away. */
    static List<AttributeValue> fit(
            List<AttributeValue> cloud, List<AttributeValue> directory, AddressPolicies policies) {
        List<AttributeValue> kept = new ArrayList<>();
        for (AttributeValue value : directory) {
            if (!flows(value, policies)) {
                kept.add(value);
            }
        }
        return kept.isEmpty() ? cloud : union(cloud, kept);
    }

    /** Whether an address is the cloud's to take away. */
    static boolean flows(AttributeValue value, AddressPolicies policies) {
        return policies.of(ProxyAddress.of(value)) == AddressPolicy.FLOW;
    }

    /** The wanted addresses and the others, each once; only one of the wanted ones may be primary, if one is. */
    public static List<AttributeValue> union(List<AttributeValue> wanted, List<AttributeValue> others) {
        Map<Object, ProxyAddress> all = new LinkedHashMap<>();
        boolean primary = false;
        for (AttributeValue value : wanted) {
            ProxyAddress address = ProxyAddress.of(value);
            primary |= address.isPrimary();
            all.put(address.identity(), address);
        }
        for (AttributeValue value : others) {
            ProxyAddress address = ProxyAddress.of(value);
            all.putIfAbsent(address.identity(), primary ? address.demoted() : address);
        }
        return all.values().stream().map(ProxyAddress::value).toList();
    }
}
