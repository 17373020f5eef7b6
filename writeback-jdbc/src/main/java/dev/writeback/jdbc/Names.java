package dev.writeback.jdbc;

import dev.writeback.model.AttributeName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of attributes, of which there are few: each is made once, as long as they are few indeed. */
final class Names {

    private static final int FEW = 1000;

    private static final Map<String, AttributeName> KNOWN = new ConcurrentHashMap<>();

    private Names() {}

    static AttributeName of(String name) {
        AttributeName known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        AttributeName made = AttributeName.of(name);
        if (KNOWN.size() < FEW) {
            KNOWN.put(name, made);
        }
        return made;
    }
}
