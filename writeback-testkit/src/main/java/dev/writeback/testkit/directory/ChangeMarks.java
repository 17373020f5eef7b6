package dev.writeback.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each attribute of an entry was last changed, also of those that it has no longer, and each value of a link
 * attribute, also of those that were taken out. Immutable.
 */
final class ChangeMarks {

    /**
     * One change.
     *
     * @param version how many times it was changed until then
     * @param usn the update sequence number
     * @param second the time, in seconds since 1970
     */
    record Mark(int version, long usn, long second) {

        Mark after(@Nullable Mark before) {
            return new Mark(before == null ? 1 : before.version + 1, usn, second);
        }
    }

    /**
     * The last change of a value of a link attribute.
     *
     * @param target the value
     * @param present whether it was put in, not taken out
     * @param added when it was first put in
     * @param last when it was put in or taken out last
     */
    record Link(String target, boolean present, Mark added, Mark last) {}

    private final Mark created;
    private final Set<AttributeDefinition> first;
    private final Map<AttributeDefinition, Mark> later;
    private final Map<AttributeDefinition, Map<Object, Link>> links;

    private ChangeMarks(
            Mark created,
            Set<AttributeDefinition> first,
            Map<AttributeDefinition, Mark> later,
            Map<AttributeDefinition, Map<Object, Link>> links) {
        this.created = created;
        this.first = first;
        this.later = later;
        this.links = links;
    }

    /** Those of a new entry. */
    static ChangeMarks created(Mark created, Collection<AttributeDefinition> attributes) {
        return new ChangeMarks(created, Set.copyOf(attributes), Map.of(), Map.of());
    }

    /** The last change of an attribute; null if it was never there. */
    @Nullable
    Mark of(AttributeDefinition attribute) {
        Mark changed = later.get(attribute);
        return changed == null && first.contains(attribute) ? created : changed;
    }

    /** The attributes that are or were there. */
    Collection<AttributeDefinition> attributes() {
        List<AttributeDefinition> all = new ArrayList<>(first);
        later.keySet().stream().filter(each -> !first.contains(each)).forEach(all::add);
        return all;
    }

    /** The values that a link attribute has, and those that were taken out of it. */
    Collection<Link> links(AttributeDefinition attribute, ASN1OctetString[] present) {
        Map<Object, Link> all = new LinkedHashMap<>(links.getOrDefault(attribute, Map.of()));
        for (ASN1OctetString value : present) {
            all.putIfAbsent(attribute.syntax().key(value), new Link(value.stringValue(), true, created, created));
        }
        return all.values();
    }

    /** With a change of an attribute from these values to others. */
    ChangeMarks with(AttributeDefinition attribute, Mark change, ASN1OctetString[] before, ASN1OctetString[] after) {
        Map<AttributeDefinition, Mark> marks = new LinkedHashMap<>(later);
        marks.put(attribute, change.after(of(attribute)));
        if (!attribute.linked()) {
            return new ChangeMarks(created, first, marks, links);
        }
        Map<AttributeDefinition, Map<Object, Link>> changed = new LinkedHashMap<>(links);
        changed.put(attribute, changedLinks(attribute, change, before, after));
        return new ChangeMarks(created, first, marks, changed);
    }

    /** With a value of a link attribute that follows its target to another name, or goes with it. */
    ChangeMarks relinked(AttributeDefinition attribute, Object from, @Nullable ASN1OctetString to) {
        Map<Object, Link> values = new LinkedHashMap<>(links.getOrDefault(attribute, Map.of()));
        Link link = values.remove(from);
        if (link == null) {
            return this;
        }
        if (to != null) {
            values.put(attribute.syntax().key(to), new Link(to.stringValue(), link.present, link.added, link.last));
        }
        Map<AttributeDefinition, Map<Object, Link>> changed = new LinkedHashMap<>(links);
        changed.put(attribute, values);
        return new ChangeMarks(created, first, later, changed);
    }

    private Map<Object, Link> changedLinks(
            AttributeDefinition attribute, Mark change, ASN1OctetString[] before, ASN1OctetString[] after) {
        Map<Object, Link> values = new LinkedHashMap<>(links.getOrDefault(attribute, Map.of()));
        Map<Object, ASN1OctetString> now = keyed(attribute, after);
        keyed(attribute, before).forEach((key, value) -> {
            if (!now.containsKey(key)) {
                Link link = values.getOrDefault(key, new Link(value.stringValue(), true, created, created));
                values.put(key, new Link(link.target, false, link.added, change.after(link.last)));
            }
        });
        Set<Object> old = keyed(attribute, before).keySet();
        now.forEach((key, value) -> {
            if (!old.contains(key)) {
                Link link = values.get(key);
                Mark last = change.after(link == null ? null : link.last);
                values.put(key, new Link(value.stringValue(), true, link == null ? last : link.added, last));
            }
        });
        return values;
    }

    private static Map<Object, ASN1OctetString> keyed(AttributeDefinition attribute, ASN1OctetString[] values) {
        Map<Object, ASN1OctetString> keyed = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> keyed.put(attribute.syntax().key(value), value));
        return keyed;
    }
}
