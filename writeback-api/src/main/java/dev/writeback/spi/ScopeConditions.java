package dev.writeback.spi;

import dev.writeback.model.EntryPointer;
import java.util.List;
import java.util.Optional;

/**
 * Which entries take part: those that meet every condition that is set.
 *
 * @param organizationalUnits within one of these, at any depth; none for anywhere
 * @param groups a member of one of these, directly or by way of other groups; none for whatever the groups
 * @param filter an LDAP filter (RFC 4515) that the entry meets
 */
public record ScopeConditions(
        List<EntryPointer> organizationalUnits, List<EntryPointer> groups, Optional<String> filter) {

    private static final ScopeConditions NONE = new ScopeConditions(List.of(), List.of(), Optional.empty());

    public ScopeConditions {
        organizationalUnits = List.copyOf(organizationalUnits);
        groups = List.copyOf(groups);
    }

    /** No condition: every entry takes part that the directory finds. */
    public static ScopeConditions none() {
        return NONE;
    }

    /** Whether no condition is set. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
