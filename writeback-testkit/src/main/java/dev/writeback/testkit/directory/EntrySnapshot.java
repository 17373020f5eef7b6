package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an entry held at the moment it was read. Names of attributes are taken in any case. Immutable, except that
 * arrays of octets are handed out as copies.
 */
public final class EntrySnapshot {

    private final String dn;
    private final Map<String, Attribute> attributes;

    EntrySnapshot(StoredEntry entry) {
        Map<String, Attribute> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        entry.attributes().values().forEach(attribute -> found.put(attribute.getName(), attribute));
        this.dn = entry.name().text();
        this.attributes = Collections.unmodifiableMap(found);
    }

    /**
     * The distinguished name.
     *
     * @return the name in the directory's spelling
     */
    public String dn() {
        return dn;
    }

    /**
     * The attributes that have values.
     *
     * @return their names in the schema's spelling
     */
    public Set<String> attributeNames() {
        return attributes.keySet();
    }

    /**
     * All values of an attribute, in the order in which they were stored.
     *
     * @param attribute its name
     * @return the values as text (UTF-8); empty if there are none
     */
    public List<String> values(String attribute) {
        Attribute found = attributes.get(attribute);
        return found == null ? List.of() : List.of(found.getValues());
    }

    /**
     * The value of an attribute.
     *
     * @param attribute its name
     * @return the value, the first one if there are several; empty if there is none
     */
    public Optional<String> value(String attribute) {
        return values(attribute).stream().findFirst();
    }

    /**
     * All values of an attribute as octets.
     *
     * @param attribute its name
     * @return copies of the values; empty if there are none
     */
    public List<byte[]> octets(String attribute) {
        Attribute found = attributes.get(attribute);
        return found == null
                ? List.of()
                : Arrays.stream(found.getRawValues())
                        .map(ASN1OctetString::getValue)
                        .map(byte[]::clone)
                        .toList();
    }

    /**
     * The objectGUID.
     *
     * @return the identifier as Windows shows it
     */
    public UUID objectGuid() {
        return ObjectGuid.toUuid(octets("objectGUID").get(0));
    }

    /**
     * The immutable id that a cloud derives from the objectGUID.
     *
     * @return base64 of the 16 octets as stored
     */
    public String immutableId() {
        return Base64.getEncoder().encodeToString(octets("objectGUID").get(0));
    }

    /**
     * The update sequence number of the last change.
     *
     * @return uSNChanged
     */
    public long usnChanged() {
        return Long.parseLong(values("uSNChanged").get(0));
    }

    /**
     * The entry as LDIF, for messages of failed tests.
     *
     * @return the lines, ended by line feeds
     */
    public String toLdif() {
        return new Entry(dn, attributes.values()).toLDIFString();
    }

    @Override
    public String toString() {
        return toLdif();
    }
}
