package dev.writeback.engine.mapping;

import dev.writeback.engine.exchange.ProxyAddress;
import dev.writeback.model.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets of addresses, in which an address stands once and one at most is primary. */
public final class Addresses {

    private Addresses() {}

    /** The wanted addresses and the others, each once; only one of the wanted ones may be primary, if one is. */
    public static List<AttributeValue> union(List<AttributeValue> wanted, List<AttributeValue> others) {
        Map<Object, AttributeValue> all = new LinkedHashMap<>();
        boolean primary = false;
        for (AttributeValue value : wanted) {
            ProxyAddress address = ProxyAddress.of(value);
            primary |= address.isPrimary();
            all.put(address.identity(), address.value());
        }
        for (AttributeValue value : others) {
            ProxyAddress address = ProxyAddress.of(value);
            boolean second = primary && address.isPrimary();
            all.putIfAbsent(address.identity(), second ? address.demoted().value() : value);
        }
        return List.copyOf(all.values());
    }
}
