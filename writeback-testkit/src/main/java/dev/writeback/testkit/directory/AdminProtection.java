package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** What Active Directory's protection of administrators does to entries ([MS-ADTS] 3.1.1.6.1.2). */
final class AdminProtection {

    /** The protected groups that a new domain has here, by their account name, with the numbers of their identifiers. */
    static final Map<String, Integer> GROUPS =
            Map.of("Domain Admins", 512, "Schema Admins", 518, "Enterprise Admins", 519, "Administrators", 544);

    private final Directory directory;

    AdminProtection(Directory directory) {
        this.directory = directory;
    }

    /** Gives adminCount 1 to protected groups and their members, directly or not. It is taken from nobody. */
    void propagate() {
        AttributeDefinition member = directory.schema().get("member");
        Set<String> reached = new LinkedHashSet<>();
        Queue<String> left = new ArrayDeque<>(groups());
        while (!left.isEmpty()) {
            StoredEntry entry = directory.entry(left.remove());
            if (entry != null && reached.add(entry.name().text())) {
                for (ASN1OctetString each : entry.values(member)) {
                    left.add(each.stringValue());
                }
            }
        }
        reached.forEach(this::protect);
    }

    private List<String> groups() {
        EntryName base = directory.names().base();
        return GROUPS.keySet().stream()
                .map(name -> "CN=" + name + ",CN=" + (name.equals("Administrators") ? "Builtin" : "Users") + "," + base)
                .toList();
    }

    private void protect(String dn) {
        try {
            Modification mark = new Modification(ModificationType.REPLACE, "adminCount", "1");
            directory.modifying().modify(dn, List.of(mark), false, Rights.everything());
        } catch (DirectoryRefusal notForThis) {
            throw notForThis.toFailure("protect " + dn);
        }
    }
}
