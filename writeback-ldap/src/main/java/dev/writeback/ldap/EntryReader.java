package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes entries of what a search found. Not thread-safe. */
final class EntryReader {

    private final EntryNaming naming;
    private final RangedValues ranged;
    private final String server;
    private final Map<AttributeName, AttributeSyntax> attributes;
    private final Map<String, Optional<AttributeName>> names = new HashMap<>();

    EntryReader(Session session, Map<AttributeName, AttributeSyntax> attributes) throws LDAPException {
        this.naming = session.kind().naming();
        this.ranged = new RangedValues(session);
        this.server = session.server().address().toString();
        this.attributes = attributes;
    }

    DirectoryEntry entry(Candidate found) throws LDAPException {
        return new DirectoryEntry(
                found.id(), isPlain(found.entry()) ? plain(found.entry()) : withOptions(found), server);
    }

    private static boolean isPlain(SearchResultEntry entry) {
        for (Attribute attribute : entry.getAttributes()) {
            if (attribute.hasOptions()) {
                return false;
            }
        }
        return true;
    }

    private Map<AttributeName, List<AttributeValue>> plain(SearchResultEntry entry) {
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            wanted(attribute.getName())
                    .ifPresent(name -> values.put(name, values(name, List.of(attribute.getRawValues()))));
        }
        return values;
    }

    /** An option may say that these are not all values. */
    private Map<AttributeName, List<AttributeValue>> withOptions(Candidate found) throws LDAPException {
        String target = naming.target(found.id());
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        for (AttributeName name : attributes.keySet()) {
            values.put(name, values(name, ranged.of(found.entry(), target, name.value())));
        }
        return values;
    }

    /** The attribute of this name, if it is wanted; a server spells it as its schema does. */
    private Optional<AttributeName> wanted(String spelled) {
        return names.computeIfAbsent(
                spelled,
                unseen -> attributes.keySet().stream()
                        .filter(name -> name.value().equalsIgnoreCase(unseen))
                        .findFirst());
    }

    private List<AttributeValue> values(AttributeName name, List<ASN1OctetString> raw) {
        AttributeSyntax syntax = Objects.requireNonNull(attributes.get(name));
        List<AttributeValue> values = new ArrayList<>(raw.size());
        for (ASN1OctetString one : raw) {
            // An empty value is no value to the rest of the program; no attribute of a profile has one.
            if (one.getValueLength() > 0) {
                values.add(value(one, syntax));
            }
        }
        return values;
    }

    private static AttributeValue value(ASN1OctetString raw, AttributeSyntax syntax) {
        return syntax.isBinary() ? AttributeValue.octets(raw.getValue()) : AttributeValue.text(raw.stringValue());
    }
}
