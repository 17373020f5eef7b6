package dev.writeback.ldap;

import dev.writeback.model.AttributeName;
import dev.writeback.model.Dn;
import dev.writeback.plan.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rights that an account needs for a profile, and no other: to read and write these attributes of entries of these
 * classes below these places. {@link Grant.Form} puts it into commands. Immutable.
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

    /**
     * What an account is to be able to write.
     *
     * @param attributes the attributes of the profile
     * @param organizationalUnits where; none for the whole base
     * @param classes the classes of the entries, by their {@code lDAPDisplayName}; {@link #MAILBOXES} as a rule
     */
    public record Request(List<AttributeName> attributes, List<Dn> organizationalUnits, List<String> classes) {

        /** What a mailbox may belong to. */
        public static final List<String> MAILBOXES = List.of("user", "inetOrgPerson");

        public Request {
            attributes = List.copyOf(attributes);
            organizationalUnits = List.copyOf(organizationalUnits);
            classes = List.copyOf(classes);
            if (attributes.isEmpty() || classes.isEmpty()) {
                throw new IllegalArgumentException("a grant needs attributes and classes; name at least one of each");
            }
        }

        /** For the entries of mailboxes. */
        public static Request ofMailboxes(Collection<AttributeName> attributes, List<Dn> organizationalUnits) {
            return new Request(List.copyOf(attributes), organizationalUnits, MAILBOXES);
        }
    }

    /** What a directory says of the rights that an account needs. */
    public sealed interface Answer {

        /** These. */
        record Told(Grant grant) implements Answer {}

        /** It cannot be said. */
        record Untold(Problem problem) implements Answer {}
    }

    /** A way to put a {@link Grant} into commands that an administrator runs. */
    public enum Form {
        /** {@code dsacls}, which comes with Windows Server: one command a place, class and attribute. */
        DSACLS("rem ") {
            @Override
            public List<String> commands(Grant grant) {
                List<String> lines = new ArrayList<>();
                for (Place place : grant.places()) {
                    for (Kind kind : grant.kinds()) {
                        for (Property property : grant.properties()) {
                            lines.add("dsacls \"%s\" /I:S /G \"%s:RPWP;%s;%s\""
                                    .formatted(
                                            CommandText.of(place.dn()),
                                            CommandText.ofAccount(
                                                    grant.account().name()),
                                            property.name(),
                                            kind.name()));
                        }
                    }
                }
                return lines;
            }
        },

        /** PowerShell with the ActiveDirectory module: a script. */
        POWERSHELL("# ") {
            @Override
            public List<String> commands(Grant grant) {
                List<String> lines = new ArrayList<>();
                lines.add("Import-Module ActiveDirectory");
                lines.add("$account = [System.Security.Principal.SecurityIdentifier]::new('%s')"
                        .formatted(grant.account().sid()));
                lines.add("$rights = [System.DirectoryServices.ActiveDirectoryRights]'ReadProperty, WriteProperty'");
                lines.add("$attributes = [ordered]@{");
                grant.properties().forEach(it -> lines.add("  '%s' = [guid]'%s'".formatted(it.name(), it.id())));
                lines.add("}");
                lines.add("$classes = [ordered]@{");
                grant.kinds().forEach(it -> lines.add("  '%s' = [guid]'%s'".formatted(it.name(), it.id())));
                lines.add("}");
                lines.add("$places = @(");
                grant.places().forEach(it -> lines.add("  '%s' # %s".formatted(it.id(), CommandText.of(it.dn()))));
                lines.add(")");
                lines.addAll(LOOP);
                return lines;
            }
        },

        /** {@code samba-tool}, on a Samba domain controller: one command a place and class. */
        SAMBA("# ") {
            @Override
            public List<String> commands(Grant grant) {
                List<String> lines = new ArrayList<>();
                for (Place place : grant.places()) {
                    for (Kind kind : grant.kinds()) {
                        String entries = grant.properties().stream()
                                .map(it -> "(OA;CIIO;RPWP;%s;%s;%s)"
                                        .formatted(
                                                it.id(),
                                                kind.id(),
                                                grant.account().sid()))
                                .collect(Collectors.joining());
                        lines.add("samba-tool dsacl set --objectdn='%s' --sddl='%s'"
                                .formatted(CommandText.of(place.dn()), entries));
                    }
                }
                return lines;
            }
        };

        /** The names of the places change nothing here: they are found by their id. */
        private static final List<String> LOOP = List.of(
                "foreach ($place in $places) {",
                "  $path = 'AD:\\' + (Get-ADObject -Identity $place).DistinguishedName",
                "  $acl = Get-Acl -LiteralPath $path",
                "  foreach ($class in $classes.Values) {",
                "    foreach ($attribute in $attributes.Values) {",
                "      $acl.AddAccessRule([System.DirectoryServices.ActiveDirectoryAccessRule]::new($account, $rights, 'Allow', $attribute, 'Descendents', $class))",
                "    }",
                "  }",
                "  Set-Acl -LiteralPath $path -AclObject $acl",
                "}");

        private final String remark;

        Form(String remark) {
            this.remark = remark;
        }

        /** The commands, one a line. */
        public abstract List<String> commands(Grant grant);

        /** A line that says something and does nothing. */
        public String remark(String text) {
            return remark + text;
        }
    }
}
