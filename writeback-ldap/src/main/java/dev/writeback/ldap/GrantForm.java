package dev.writeback.ldap;

import dev.writeback.ldap.Grant.Kind;
import dev.writeback.ldap.Grant.Place;
import dev.writeback.ldap.Grant.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A way to put a {@link Grant} into commands that an administrator runs. */
public enum GrantForm {
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
                                        CommandText.ofAccount(grant.account().name()),
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
                                            it.id(), kind.id(), grant.account().sid()))
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

    GrantForm(String remark) {
        this.remark = remark;
    }

    /** The commands, one a line. */
    public abstract List<String> commands(Grant grant);

    /** A line that says something and does nothing. */
    public String remark(String text) {
        return remark + text;
    }
}
