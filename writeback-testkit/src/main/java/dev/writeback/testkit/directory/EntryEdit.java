package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The modifications of one request applied one after the other to a copy of an entry's attributes. The first refusal
 * ends it, and the copy is thrown away: all or nothing.
 */
final class EntryEdit {

    private final StoredEntry before;
    private final ValueChecks checks;
    private final boolean permissive;
    private final Map<AttributeDefinition, Attribute> attributes;

    /**
     * Begins an edit.
     *
     * @param permissive with the permissive modify control, values to add that are there and values to delete that are
     *     not are no errors
     */
    EntryEdit(StoredEntry before, ValueChecks checks, boolean permissive) {
        this.before = before;
        this.checks = checks;
        this.permissive = permissive;
        this.attributes = before.copyOfAttributes();
    }

    void apply(AttributeDefinition attribute, Modification modification) throws DirectoryRefusal {
        switch (modification.getModificationType().intValue()) {
            case 0 -> add(attribute, checks.accept(attribute, modification.getRawValues()));
            case 1 -> delete(attribute, modification.getRawValues());
            case 2 -> replace(attribute, checks.accept(attribute, modification.getRawValues()));
            default -> throw DirectoryRefusal.unsupported("Error in modification type");
        }
    }

    /** Whether an attribute has other values than before; order does not count, case does. */
    @SuppressWarnings("ReferenceEquality") // only a shortcut: what is the same object has the same values
    boolean changes(AttributeDefinition attribute) {
        Attribute old = before.get(attribute);
        Attribute now = attributes.get(attribute);
        if (old == now) {
            return false;
        }
        return old == null || now == null || !Set.of(old.getRawValues()).equals(Set.of(now.getRawValues()));
    }

    /** Takes back a change that is none, so that the attribute stays the same object. */
    void restore(AttributeDefinition attribute) {
        Attribute old = before.get(attribute);
        if (old != null) {
            attributes.put(attribute, old);
        }
    }

    Map<AttributeDefinition, Attribute> attributes() {
        return attributes;
    }

    private ASN1OctetString[] current(AttributeDefinition attribute) {
        Attribute now = attributes.get(attribute);
        return now == null ? new ASN1OctetString[0] : now.getRawValues();
    }

    private void add(AttributeDefinition attribute, List<ASN1OctetString> added) throws DirectoryRefusal {
        if (added.isEmpty()) {
            throw AttributeRefusal.SYNTAX.of(attribute);
        }
        List<ASN1OctetString> values = new ArrayList<>(Arrays.asList(current(attribute)));
        Set<Object> present = new HashSet<>();
        values.forEach(value -> present.add(attribute.syntax().key(value)));
        for (ASN1OctetString value : added) {
            if (present.add(attribute.syntax().key(value))) {
                values.add(value);
            } else if (!permissive) {
                throw AttributeRefusal.VALUE_PRESENT.of(attribute);
            }
        }
        if (attribute.singleValued() && values.size() > 1) {
            throw AttributeRefusal.HAS_VALUE.of(attribute);
        }
        put(attribute, values);
    }

    private void delete(AttributeDefinition attribute, ASN1OctetString[] deleted) throws DirectoryRefusal {
        if (deleted.length == 0) {
            if (attributes.remove(attribute) == null && !permissive) {
                throw AttributeRefusal.ABSENT.of(attribute);
            }
            return;
        }
        Map<Object, ASN1OctetString> left = new LinkedHashMap<>();
        for (ASN1OctetString value : current(attribute)) {
            left.put(attribute.syntax().key(value), value);
        }
        for (ASN1OctetString value : deleted) {
            if (left.remove(attribute.syntax().key(checks.named(attribute, value))) == null && !permissive) {
                throw AttributeRefusal.VALUE_ABSENT.of(attribute);
            }
        }
        put(attribute, List.copyOf(left.values()));
    }

    private void replace(AttributeDefinition attribute, List<ASN1OctetString> values) {
        put(attribute, values);
    }

    private void put(AttributeDefinition attribute, List<ASN1OctetString> values) {
        if (values.isEmpty()) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, StoredEntry.attribute(attribute, values));
        }
    }
}
