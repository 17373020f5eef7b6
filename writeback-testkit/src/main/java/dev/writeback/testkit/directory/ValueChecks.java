package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes a client's values of an attribute into the form the directory stores, or refuses them. */
final class ValueChecks {

    private final EntryStore store;
    private final DirectoryNames names;

    ValueChecks(EntryStore store, DirectoryNames names) {
        this.store = store;
        this.names = names;
    }

    /** The values as stored: numbers normalised, names of entries in their canonical spelling. */
    List<ASN1OctetString> accept(AttributeDefinition attribute, ASN1OctetString[] values) throws DirectoryRefusal {
        List<ASN1OctetString> accepted = new ArrayList<>(values.length);
        Set<Object> keys = new HashSet<>();
        for (ASN1OctetString value : values) {
            ASN1OctetString stored = accept(attribute, value);
            if (values.length > 1 && !keys.add(attribute.syntax().key(stored))) {
                throw AttributeRefusal.VALUE_PRESENT.of(attribute);
            }
            accepted.add(stored);
        }
        if (attribute.singleValued() && accepted.size() > 1) {
            throw AttributeRefusal.SINGLE_VALUED.of(attribute);
        }
        return accepted;
    }

    private ASN1OctetString accept(AttributeDefinition attribute, ASN1OctetString value) throws DirectoryRefusal {
        ASN1OctetString stored = attribute.syntax().stored(value);
        if (stored == null) {
            throw value.getValueLength() == 0 && attribute.range().lower() > 0
                    ? AttributeRefusal.RANGE.of(attribute)
                    : AttributeRefusal.SYNTAX.of(attribute);
        }
        if (!attribute.range().contains(attribute.syntax().extent(stored))) {
            throw AttributeRefusal.RANGE.of(attribute);
        }
        return attribute.syntax() == AttributeSyntax.DN ? target(attribute, stored) : stored;
    }

    /** The value that is to be deleted: of a name by GUID the name, as far as there is one. */
    ASN1OctetString named(AttributeDefinition attribute, ASN1OctetString value) throws DirectoryRefusal {
        boolean byGuid =
                attribute.syntax() == AttributeSyntax.DN && value.stringValue().startsWith("<");
        return byGuid
                ? new ASN1OctetString(
                        names.resolve(value.stringValue()).entry().name().text())
                : value;
    }

    private ASN1OctetString target(AttributeDefinition attribute, ASN1OctetString value) throws DirectoryRefusal {
        String text = value.stringValue();
        EntrySlot slot = store.findByText(text);
        if (slot != null) {
            return value;
        }
        if (!text.startsWith("<")) {
            slot = store.find(names.parse(text));
            if (slot == null) {
                throw AttributeRefusal.NO_TARGET.of(attribute);
            }
        }
        return new ASN1OctetString(names.resolve(text).entry().name().text());
    }
}
