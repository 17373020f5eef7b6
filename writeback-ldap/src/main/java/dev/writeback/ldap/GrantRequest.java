package dev.writeback.ldap;

import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import java.util.Collection;
import java.util.List;

/**
 * What an account is to be able to write.
 *
 * @param attributes the attributes of the profile
 * @param organizationalUnits where; none for the whole base
 * @param classes the classes of the entries, by their {@code lDAPDisplayName}; {@link #MAILBOXES} as a rule
 */
public record GrantRequest(List<AttributeName> attributes, List<Dn> organizationalUnits, List<String> classes) {

    /** What a mailbox may belong to. */
    public static final List<String> MAILBOXES = List.of("user", "inetOrgPerson");

    public GrantRequest {
        attributes = List.copyOf(attributes);
        organizationalUnits = List.copyOf(organizationalUnits);
        classes = List.copyOf(classes);
        if (attributes.isEmpty() || classes.isEmpty()) {
            throw new IllegalArgumentException("a grant needs attributes and classes; name at least one of each");
        }
    }

    /** For the entries of mailboxes. */
    public static GrantRequest ofMailboxes(Collection<AttributeName> attributes, List<Dn> organizationalUnits) {
        return new GrantRequest(List.copyOf(attributes), organizationalUnits, MAILBOXES);
    }
}
