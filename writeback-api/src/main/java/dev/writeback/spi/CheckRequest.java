package dev.writeback.spi;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a directory is to be checked for.
 *
 * @param writes the attributes that will be written, with the syntax that the profile takes them to have
 * @param organizationalUnits where the entries are; none for the whole base
 * @param now the time on this side, to compare the server's clock with
 */
public record CheckRequest(Map<AttributeName, AttributeSyntax> writes, List<Dn> organizationalUnits, Instant now) {
    public CheckRequest {
        writes = Collections.unmodifiableMap(new LinkedHashMap<>(writes));
        organizationalUnits = List.copyOf(organizationalUnits);
    }
}
