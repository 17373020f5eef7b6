package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.matchingrules.OctetStringMatchingRule;
import com.unboundid.ldap.sdk.Attribute;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One state of an entry. Immutable: a change makes another one, so searches may read it without a lock. */
final class StoredEntry {

    private static final ASN1OctetString[] NO_VALUES = {};
    // The SDK asks for a rule; values are compared by AttributeSyntax, so none is ever applied.
    private static final MatchingRule BYTES = OctetStringMatchingRule.getInstance();

    private final EntryName name;
    private final Set<String> classes;
    private final Map<AttributeDefinition, Attribute> attributes;
    private final ChangeMarks changes;

    StoredEntry(
            EntryName name, Set<String> classes, Map<AttributeDefinition, Attribute> attributes, ChangeMarks changes) {
        this.name = name;
        this.classes = classes;
        this.attributes = attributes;
        this.changes = changes;
    }

    EntryName name() {
        return name;
    }

    /** When its attributes were last changed. */
    ChangeMarks changes() {
        return changes;
    }

    /** The names of all its object classes. */
    Set<String> classes() {
        return classes;
    }

    Map<AttributeDefinition, Attribute> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    @Nullable
    Attribute get(AttributeDefinition definition) {
        return attributes.get(definition);
    }

    ASN1OctetString[] values(AttributeDefinition definition) {
        Attribute attribute = attributes.get(definition);
        return attribute == null ? NO_VALUES : attribute.getRawValues();
    }

    boolean holds(AttributeDefinition definition, Object key) {
        return Arrays.stream(values(definition))
                .anyMatch(value -> definition.syntax().key(value).equals(key));
    }

    /** The same entry with other attributes, in a map that the caller hands over. */
    StoredEntry with(Map<AttributeDefinition, Attribute> changed) {
        return new StoredEntry(name, classes, changed, changes);
    }

    /** The same entry of other classes. */
    StoredEntry of(Set<String> otherClasses) {
        return new StoredEntry(name, otherClasses, attributes, changes);
    }

    /** The same entry with other marks of changes. */
    StoredEntry marked(ChangeMarks marks) {
        return new StoredEntry(name, classes, attributes, marks);
    }

    /** The same entry under another name. */
    StoredEntry named(EntryName other) {
        return new StoredEntry(other, classes, attributes, changes);
    }

    /** A copy of the attributes for the caller to change. */
    Map<AttributeDefinition, Attribute> copyOfAttributes() {
        return new LinkedHashMap<>(attributes);
    }

    static Attribute attribute(AttributeDefinition definition, List<ASN1OctetString> values) {
        return new Attribute(definition.name(), BYTES, values.toArray(NO_VALUES));
    }

    /** An attribute of values under a name that may carry options. */
    static Attribute attribute(String name, ASN1OctetString[] values) {
        return new Attribute(name, BYTES, values);
    }

    static Attribute attribute(AttributeDefinition definition, String value) {
        return new Attribute(definition.name(), value);
    }
}
