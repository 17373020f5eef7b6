package dev.writeback.spi;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a directory is to be checked for.
 *
 * @param writes the attributes that will be written, with the syntax that the profile takes them to have
 * @param lists those of them that the profile may give several values
 * @param organizationalUnits where the entries are; none for the whole base
 * @param depth how far to look
 * @param now the time on this side, to compare the server's clock with
 */
public record CheckRequest(
        Map<AttributeName, AttributeSyntax> writes,
        Set<AttributeName> lists,
        List<Dn> organizationalUnits,
        Depth depth,
        Instant now) {
    public CheckRequest {
        writes = Collections.unmodifiableMap(new LinkedHashMap<>(writes));
        lists = Set.copyOf(lists);
        organizationalUnits = List.copyOf(organizationalUnits);
    }

    /** One that goes as far as a check usually does, of attributes that all hold one value. */
    public CheckRequest(Map<AttributeName, AttributeSyntax> writes, List<Dn> organizationalUnits, Instant now) {
        this(writes, Set.of(), organizationalUnits, Depth.USUAL, now);
    }

    /** How far to look. */
    public enum Depth {
        /**
         * What costs next to nothing and makes a run pointless if it is wrong: only findings of that kind, and only where
         * it is certain. A sink that cannot tell finds nothing.
         */
        START,
        /** Everything, and a sample of the entries where all of them would take long; the default. */
        USUAL,
        /** Everything, and every entry. */
        THOROUGH
    }
}
