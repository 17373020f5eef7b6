package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.RDN;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Which names entries may have, and where they may be: rdnAttId and, in short, possSuperiors of the schema's classes. */
final class PlacementRules {

    private static final Map<String, String> NAMED_OTHERWISE = Map.of("organizationalUnit", "OU", "domainDNS", "DC");
    private static final Set<String> LEAVES = Set.of("user", "contact", "group");

    private PlacementRules() {}

    /** Refuses a name that an entry of these classes cannot have. */
    static void checkName(EntryName name, Set<String> classes) throws DirectoryRefusal {
        RDN rdn = name.rdn();
        String wanted = NAMED_OTHERWISE.entrySet().stream()
                .filter(each -> classes.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("CN");
        if (!rdn.hasAttribute(wanted)) {
            throw DirectoryRefusal.misnamed(name);
        }
    }

    /** Refuses a place below an entry that holds no others. */
    static void checkSuperior(StoredEntry superior) throws DirectoryRefusal {
        if (superior.classes().stream().anyMatch(LEAVES::contains)) {
            throw DirectoryRefusal.misplaced(superior.name());
        }
    }

    /** Refuses a value of the naming attribute that is not the one in the name. */
    static void checkNaming(EntryName name, AttributeDefinition attribute, Attribute given) throws DirectoryRefusal {
        boolean same = Arrays.stream(given.getValues()).allMatch(name.rdn().getAttributeValues()[0]::equalsIgnoreCase);
        if (name.isNamedBy(attribute) && !same) {
            throw DirectoryRefusal.badName(name.text());
        }
    }
}
