package dev.writeback.testkit.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an account may write; every account may read all that is there. What was deleted is shown to {@link
 * #everything()} only. Immutable.
 *
 * <p>As in Active Directory rights on attributes do not reach entries with {@code adminCount} 1: those do not inherit
 * what was delegated on a superior organizational unit.
 */
public final class Rights {

    private enum Kind {
        EVERYTHING,
        NOTHING,
        ATTRIBUTES
    }

    private final Kind kind;
    private final Set<String> attributes;
    private final List<EntryName> below;
    private final Set<String> classes;
    private final boolean replicating;

    private Rights(Kind kind, Set<String> attributes, List<EntryName> below, Set<String> classes, boolean replicating) {
        this.kind = kind;
        this.classes = classes;
        this.replicating = replicating;
        this.attributes = attributes;
        this.below = below;
    }

    /**
     * The rights of an administrator.
     *
     * @return rights to add, modify, rename and delete every entry
     */
    public static Rights everything() {
        return new Rights(Kind.EVERYTHING, Set.of(), List.of(), Set.of(), true);
    }

    /**
     * The rights of an account that only reads.
     *
     * @return no right to write anything
     */
    public static Rights readOnly() {
        return new Rights(Kind.NOTHING, Set.of(), List.of(), Set.of(), false);
    }

    /**
     * Rights to write some attributes and nothing else; not to add, rename or delete entries.
     *
     * @param names lDAPDisplayNames, in any case; a name the schema lacks is refused when the directory starts
     * @return rights for these attributes on all entries; see {@link #under}
     */
    public static Rights attributes(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Arrays.asList(names));
        return new Rights(Kind.ATTRIBUTES, all, List.of(), Set.of(), false);
    }

    /**
     * The same rights on a part of the tree only.
     *
     * @param superiorDns distinguished names; the rights hold for these entries and all below them
     * @return the narrowed rights
     * @throws IllegalArgumentException if a name is not a distinguished name
     */
    public Rights under(String... superiorDns) {
        return new Rights(
                kind,
                attributes,
                Arrays.stream(superiorDns).map(EntryName::require).toList(),
                classes,
                replicating);
    }

    /**
     * The same rights on entries of some classes only, as an administrator delegates them on "descendant user objects".
     *
     * @param objectClasses lDAPDisplayNames of classes, such as {@code user}; entries of a class derived from one of
     *     them are among them
     * @return the narrowed rights
     */
    public Rights onlyOn(String... objectClasses) {
        return new Rights(kind, attributes, below, Set.of(objectClasses), replicating);
    }

    /**
     * The same rights and DS-Replication-Get-Changes, which the DirSync control asks for if it does not carry the flag
     * LDAP_DIRSYNC_OBJECT_SECURITY.
     *
     * @return the extended rights
     */
    public Rights andReplication() {
        return new Rights(kind, attributes, below, classes, true);
    }

    /** The right to read changes as another domain controller does. */
    boolean mayReplicate() {
        return replicating;
    }

    Set<String> attributeNames() {
        return attributes;
    }

    /** The right to see what was deleted, which is an administrator's of the whole domain. */
    boolean maySeeDeleted() {
        return kind == Kind.EVERYTHING && below.isEmpty();
    }

    /** The right to add, rename and delete an entry. */
    boolean owns(EntryName name) {
        return kind == Kind.EVERYTHING && covers(name);
    }

    /** The right to write an attribute of an entry. */
    boolean mayWrite(AttributeDefinition attribute, StoredEntry entry, boolean privileged) {
        return owns(entry.name())
                || (kind == Kind.ATTRIBUTES
                        && !privileged
                        && covers(entry.name())
                        && (classes.isEmpty() || classes.stream().anyMatch(entry.classes()::contains))
                        && attributes.contains(attribute.name()));
    }

    private boolean covers(EntryName name) {
        return below.isEmpty() || below.stream().anyMatch(name::isUnderOrEqual);
    }
}
