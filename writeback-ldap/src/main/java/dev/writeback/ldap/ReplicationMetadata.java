package dev.writeback.ldap;

import com.unboundid.asn1.ASN1OctetString;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the fragments of XML in which Active Directory tells when attributes were changed ({@code
 * DS_REPL_ATTR_META_DATA} and {@code DS_REPL_VALUE_META_DATA}, [MS-ADTS] 3.1.1.4.5.14 and 3.1.1.4.5.15).
 */
final class ReplicationMetadata {

    private static final String ATTRIBUTE = "pszAttributeName";
    private static final String TIME = "ftimeLastOriginatingChange";

    private static final XMLInputFactory READERS = readers();

    private ReplicationMetadata() {}

    /**
     * The last time of each attribute that the fragments name, by its name in lower case; nothing if one of them cannot be
     * read: half of it could pass for an earlier time.
     */
    static Optional<Map<String, Instant>> times(List<ASN1OctetString> fragments) {
        Map<String, Instant> times = new HashMap<>();
        try {
            for (ASN1OctetString fragment : fragments) {
                Map<String, String> texts = texts(fragment.stringValue());
                String attribute = texts.getOrDefault(ATTRIBUTE, "").toLowerCase(Locale.ROOT);
                Instant time = Instant.parse(texts.getOrDefault(TIME, ""));
                times.merge(attribute, time, (one, other) -> one.isAfter(other) ? one : other);
            }
            return Optional.of(times);
        } catch (XMLStreamException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** The texts of the elements in the outermost one, by their names. */
    private static Map<String, String> texts(String fragment) throws XMLStreamException {
        // Active Directory ends each value with a zero byte, which XML does not know.
        XMLStreamReader reader = READERS.createXMLStreamReader(
                new StringReader(fragment.replace("\0", "").strip()));
        try {
            Map<String, String> texts = new HashMap<>();
            reader.nextTag();
            while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
                texts.put(reader.getLocalName(), reader.getElementText());
            }
            return texts;
        } finally {
            reader.close();
        }
    }

    /** They read nothing but what they are given: no document type, no entity of its own, no file. */
    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside a fragment is read");
        });
        return factory;
    }
}
