package dev.writeback.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The entries of a new domain: its contexts, the domain controller, the Exchange organization, folders, accounts. */
final class InitialTree {

    private final Directory directory;
    private final ServerEdits edits;

    InitialTree(Directory directory) {
        this.directory = directory;
        this.edits = new ServerEdits(directory);
    }

    void plant(Collection<Account> accounts) {
        DirectoryNames names = directory.names();
        String ldif = DirectorySchema.text("initial-tree.ldif")
                .replace("@BASE@", names.base().text())
                .replace("@DC@", names.base().rdn().getAttributeValues()[0])
                .replace("@DOMAIN@", names.domain());
        read(ldif).forEach(entry -> edits.add(withIdentifiers(entry)));
        edits.add(subschema());
        for (Account account : accounts) {
            addAccount(account);
        }
        edits.modify(
                "dn: CN=Domain Admins,CN=Users," + names.base(),
                "changetype: modify",
                "add: member",
                "member: " + accounts.iterator().next().name());
        new AdminProtection(directory).propagate();
        directory.stamps().beginAdditions();
    }

    private Entry withIdentifiers(Entry entry) {
        Integer number = AdminProtection.GROUPS.get(String.valueOf(entry.getAttributeValue("sAMAccountName")));
        if (number != null) {
            entry.addAttribute("objectSid", directory.stamps().sid(number));
        }
        if (entry.hasAttributeValue("objectClass", "nTDSDSA")) {
            entry.addAttribute("invocationId", directory.stamps().nextGuid());
        }
        return entry;
    }

    private Entry subschema() {
        Entry published = directory.schema().ldap().getSchemaEntry().duplicate();
        published.setDN("CN=Aggregate," + directory.names().schemaContext());
        published.setAttribute("objectClass", "subSchema");
        published.removeAttribute("cn");
        List<String> kept = List.of("objectClass", "attributeTypes", "objectClasses");
        new ArrayList<>(published.getAttributes())
                .stream()
                        .map(Attribute::getName)
                        .filter(name -> kept.stream().noneMatch(name::equalsIgnoreCase))
                        .forEach(published::removeAttribute);
        return published;
    }

    private void addAccount(Account account) {
        EntryName name = account.name();
        if (!name.isUnderOrEqual(directory.names().base()) || directory.nameOf(name.text()) != null) {
            return;
        }
        addMissingSuperiors(name.parent());
        String shortName = account.shortName();
        edits.add(new Entry(
                name.text(),
                new Attribute("objectClass", "user"),
                new Attribute("sAMAccountName", shortName),
                new Attribute("userAccountControl", "512"),
                new Attribute(
                        "userPrincipalName",
                        shortName.toLowerCase(Locale.ROOT) + "@"
                                + directory.names().domain())));
    }

    private void addMissingSuperiors(EntryName name) {
        if (directory.nameOf(name.text()) == null) {
            addMissingSuperiors(name.parent());
            boolean unit = name.rdn().hasAttribute("OU");
            edits.add(new Entry(name.text(), new Attribute("objectClass", unit ? "organizationalUnit" : "container")));
        }
    }

    private static List<Entry> read(String ldif) {
        List<Entry> entries = new ArrayList<>();
        try (LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(ldif)))) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                entries.add(entry);
            }
        } catch (IOException | LDIFException broken) {
            throw new IllegalStateException("The resource initial-tree.ldif of the testkit is not LDIF", broken);
        }
        return entries;
    }
}
