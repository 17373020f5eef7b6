package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets of addresses, in which an address stands once and one at most is primary. */
public final class Addresses {

    private Addresses() {}

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
        List<AttributeValue> union = new ArrayList<>(all.size());
        all.values().forEach(address -> union.add(address.value()));
        return List.copyOf(union);
    }
}
