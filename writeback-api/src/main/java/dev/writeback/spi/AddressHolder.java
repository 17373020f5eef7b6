package dev.writeback.spi;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.EntryId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry and its addresses.
 *
 * @param entry which entry, anywhere in the forest
 * @param addresses what it holds of {@code proxyAddresses}, {@code mail}, {@code userPrincipalName} and {@code
 *     targetAddress}, as it is spelled there; at least the values that were asked for
 */
public record AddressHolder(EntryId entry, Map<AttributeName, List<AttributeValue>> addresses) {
    public AddressHolder {
        Map<AttributeName, List<AttributeValue>> copy = new LinkedHashMap<>();
        addresses.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        addresses = Collections.unmodifiableMap(copy);
    }
}
