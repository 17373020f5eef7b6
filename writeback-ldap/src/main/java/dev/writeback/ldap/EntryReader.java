package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes entries of what a search found. */
final class EntryReader {

    private final Session session;
    private final Map<AttributeName, AttributeSyntax> attributes;

    EntryReader(Session session, Map<AttributeName, AttributeSyntax> attributes) {
        this.session = session;
        this.attributes = attributes;
    }

    DirectoryEntry entry(Candidate found) throws LDAPException {
        String target = session.kind().naming().target(found.id());
        RangedValues ranged = new RangedValues(session);
        Map<AttributeName, List<AttributeValue>> values = new LinkedHashMap<>();
        for (Map.Entry<AttributeName, AttributeSyntax> wanted : attributes.entrySet()) {
            AttributeSyntax syntax = wanted.getValue();
            values.put(
                    wanted.getKey(),
                    ranged.of(found.entry(), target, wanted.getKey().value()).stream()
                            // An empty value is no value to the rest of the program; no attribute of a profile has one.
                            .filter(raw -> raw.getValueLength() > 0)
                            .map(raw -> value(raw, syntax))
                            .toList());
        }
        return new DirectoryEntry(found.id(), values, session.server().address().toString());
    }

    private static AttributeValue value(ASN1OctetString raw, AttributeSyntax syntax) {
        return syntax.isBinary() ? AttributeValue.octets(raw.getValue()) : AttributeValue.text(raw.stringValue());
    }
}
