package dev.writeback.engine.mapping;

import dev.writeback.model.Dn;
import dev.writeback.model.EntryPointer;
import java.util.List;
import java.util.Optional;

/**
 * Which entries take part: those that meet every condition that is set. Only the directory can tell which these are; what
 * a condition names must be there whenever a run begins, and a run that cannot find it does nothing.
 *
 * @param organizationalUnits entries within one of these, wherever these are by now; none for anywhere
 * @param groups members of one of these, directly or by way of other groups; none for whatever the groups
 * @param filter an LDAP filter (RFC 4515) that the entry meets
 */
public record Scope(List<EntryPointer> organizationalUnits, List<EntryPointer> groups, Optional<String> filter) {

    private static final Scope EVERYTHING = new Scope(List.of());

    public Scope {
        organizationalUnits = List.copyOf(organizationalUnits);
        groups = List.copyOf(groups);
    }

    /** The entries within one of these organizational units; every entry if there are none. */
    public Scope(List<Dn> organizationalUnits) {
        this(
                organizationalUnits.stream()
                        .<EntryPointer>map(EntryPointer.Named::new)
                        .toList(),
                List.of(),
                Optional.empty());
    }

    /** Every entry that the directory finds. */
    public static Scope everything() {
        return EVERYTHING;
    }
}
