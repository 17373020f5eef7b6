package dev.writeback.spi;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entries to read.
 *
 * @param anchors one list for each entry that is sought: all of its anchors, which must lead to one entry
 * @param attributes what to read of them, and how their values are to be taken
 */
public record LookupRequest(List<List<Anchor>> anchors, Map<AttributeName, AttributeSyntax> attributes) {
    public LookupRequest {
        anchors = anchors.stream().map(List::copyOf).toList();
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
