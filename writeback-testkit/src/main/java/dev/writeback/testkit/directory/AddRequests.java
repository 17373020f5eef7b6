package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.RDN;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/** Adds entries and fills in what Active Directory fills in: superior classes, names, GUID, SID, stamps. */
final class AddRequests {

    /** Who brings an entry: a client, whose values are checked, or the server itself and the test that runs it. */
    enum Origin {
        CLIENT,
        SERVER
    }

    private static final Map<String, String> CATEGORIES = Map.of(
            "user",
            "Person",
            "contact",
            "Person",
            "inetOrgPerson",
            "Person",
            "organizationalUnit",
            "Organizational-Unit",
            "domainDNS",
            "Domain-DNS");

    private final DirectorySchema schema;
    private final EntryStore store;
    private final DirectoryNames names;
    private final ChangeStamps stamps;
    private final ValueChecks checks;
    private final UniqueNames unique;
    private final AccountDefaults defaults;
    private final AttributeDefinition objectClass;

    AddRequests(DirectorySchema schema, EntryStore store, DirectoryNames names, ChangeStamps stamps) {
        this.schema = schema;
        this.store = store;
        this.names = names;
        this.stamps = stamps;
        this.checks = new ValueChecks(store, names);
        this.unique = new UniqueNames(schema, store);
        this.defaults = new AccountDefaults(schema);
        this.objectClass = schema.get("objectClass");
    }

    StoredEntry add(String dn, Collection<Attribute> given, Origin origin) throws DirectoryRefusal {
        Lock lock = store.lock().writeLock();
        lock.lock();
        try {
            EntryName name = place(names.parse(dn));
            Map<AttributeDefinition, Attribute> attributes = new LinkedHashMap<>();
            Set<String> classes = classes(given);
            PlacementRules.checkName(name, classes);
            putText(attributes, "objectClass", classes);
            for (Attribute attribute : given) {
                accept(name, attribute, classes, origin, attributes);
            }
            complete(name, classes, attributes);
            checkRequired(classes, attributes);
            EntrySize.check(attributes);
            Set<AttributeDefinition> present = Set.copyOf(attributes.keySet());
            ChangeMarks marks = ChangeMarks.created(stamps.created(attributes), present);
            StoredEntry entry = new StoredEntry(name, classes, attributes, marks);
            store.add(entry);
            return entry;
        } finally {
            lock.unlock();
        }
    }

    private EntryName place(EntryName asked) throws DirectoryRefusal {
        if (asked.key().equals(names.base().key()) && store.find(names.base()) == null) {
            return names.base();
        }
        if (asked.isRoot() || asked.rdn().isMultiValued()) {
            throw DirectoryRefusal.badName(asked.text());
        }
        EntrySlot superior = store.find(asked.parent());
        if (superior == null) {
            throw names.missing(asked.parent());
        }
        if (store.find(asked) != null) {
            throw DirectoryRefusal.exists();
        }
        PlacementRules.checkSuperior(superior.entry());
        return superior.entry().name().child(asked.rdn());
    }

    private Set<String> classes(Collection<Attribute> given) throws DirectoryRefusal {
        List<String> asked = given.stream()
                .filter(attribute -> schema.find(attribute.getName()) == objectClass)
                .flatMap(attribute -> Arrays.stream(attribute.getValues()))
                .toList();
        if (asked.stream().anyMatch(name -> schema.objectClass(name) == null)) {
            throw DirectoryRefusal.unknownAttribute();
        }
        List<String> classes = asked.isEmpty() ? null : schema.withSuperiors(asked);
        if (classes == null) {
            throw DirectoryRefusal.classViolation();
        }
        return new LinkedHashSet<>(classes);
    }

    private void accept(
            EntryName name,
            Attribute given,
            Set<String> classes,
            Origin origin,
            Map<AttributeDefinition, Attribute> attributes)
            throws DirectoryRefusal {
        AttributeDefinition attribute = schema.find(given.getName());
        if (attribute == null) {
            throw DirectoryRefusal.unknownAttribute();
        }
        if (attribute == objectClass) {
            return;
        }
        if (!attribute.writable() && origin == Origin.CLIENT) {
            throw AttributeRefusal.SYSTEM_ONLY.of(attribute);
        }
        PlacementRules.checkNaming(name, attribute, given);
        if (!schema.allowed(classes).contains(attribute)) {
            throw DirectoryRefusal.notInClass();
        }
        List<ASN1OctetString> values = attribute.writable()
                ? checks.accept(attribute, given.getRawValues())
                : Arrays.asList(given.getRawValues());
        Attribute accepted = StoredEntry.attribute(attribute, values);
        unique.check(null, attribute, accepted);
        attributes.put(attribute, accepted);
    }

    private void complete(EntryName name, Set<String> classes, Map<AttributeDefinition, Attribute> attributes) {
        RDN rdn = name.rdn();
        AttributeDefinition naming = schema.get(rdn.getAttributeNames()[0]);
        attributes.remove(naming);
        putText(attributes, naming.name(), List.of(rdn.getAttributeValues()[0]));
        putText(attributes, "name", List.of(rdn.getAttributeValues()[0]));
        putText(attributes, "distinguishedName", List.of(name.text()));
        putText(attributes, "instanceType", List.of("4"));
        String last = classes.stream().reduce((first, second) -> second).orElse("top");
        putText(attributes, "objectCategory", List.of("CN=" + category(classes, last) + "," + names.schemaContext()));
        putOctets(attributes, "objectGUID", stamps.nextGuid());
        defaults.complete(classes, attributes);
        if (AccountDefaults.isAccount(classes)) {
            putText(attributes, "sAMAccountName", List.of("$" + Long.toHexString(stamps.highestUsn())));
            putOctets(attributes, "objectSid", stamps.nextSid());
        }
    }

    private static String category(Set<String> classes, String last) {
        return classes.stream()
                .filter(CATEGORIES::containsKey)
                .findFirst()
                .map(CATEGORIES::get)
                .orElse(last);
    }

    private void checkRequired(Set<String> classes, Map<AttributeDefinition, Attribute> attributes)
            throws DirectoryRefusal {
        if (!attributes.keySet().containsAll(schema.required(classes))) {
            throw DirectoryRefusal.missingRequired();
        }
    }

    private void putText(Map<AttributeDefinition, Attribute> attributes, String name, Collection<String> values) {
        AttributeDefinition attribute = schema.get(name);
        attributes.putIfAbsent(
                attribute,
                StoredEntry.attribute(
                        attribute, values.stream().map(ASN1OctetString::new).toList()));
    }

    private void putOctets(Map<AttributeDefinition, Attribute> attributes, String name, byte[] value) {
        AttributeDefinition attribute = schema.get(name);
        attributes.putIfAbsent(attribute, StoredEntry.attribute(attribute, List.of(new ASN1OctetString(value))));
    }
}
