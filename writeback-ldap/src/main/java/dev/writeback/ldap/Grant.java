package dev.writeback.ldap;

import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import java.util.List;
import java.util.UUID;

/**
 * The rights that an account needs for a profile, and no other: to read and write these attributes of entries of these
 * classes below these places. {@link GrantForm} puts it into commands. Immutable.
 *
 * @param account who is to have them
 * @param places on what they are granted, to be inherited by what lies below
 * @param properties the attributes
 * @param kinds the classes of entries; a right for one does not reach those that are derived from it
 */
public record Grant(Trustee account, List<Place> places, List<Property> properties, List<Kind> kinds) {

    public Grant {
        places = List.copyOf(places);
        properties = List.copyOf(properties);
        kinds = List.copyOf(kinds);
    }

    /**
     * An account.
     *
     * @param sid its security identifier as text
     * @param name {@code DOMAIN\name}, as Windows knows it
     */
    public record Trustee(String sid, String name) {}

    /**
     * An organizational unit, or a domain.
     *
     * @param dn its name as the directory spells it
     * @param id its {@code objectGUID}
     */
    public record Place(Dn dn, UUID id) {}

    /**
     * An attribute, as the directory's own schema has it.
     *
     * @param name its {@code lDAPDisplayName}
     * @param oid its {@code attributeID}; empty if the schema does not show it
     * @param id its {@code schemaIDGUID}
     */
    public record Property(AttributeName name, String oid, UUID id) {}

    /**
     * A class.
     *
     * @param name its {@code lDAPDisplayName}
     * @param id its {@code schemaIDGUID}
     */
    public record Kind(String name, UUID id) {}
}
