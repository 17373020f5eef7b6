package dev.writeback.spi;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.ObjectGuid;
import dev.writeback.model.ReplicaMark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries to read.
 *
 * @param anchors one list for each entry that is sought: all of its anchors, which must lead to one entry
 * @param attributes what to read of them, and how their values are to be taken
 * @param dated those of them whose time of change is to be read too, as far as the directory can tell: the exact time of
 *     the attribute, or else the time of the entry's last change, which is never too early
 * @param marks for each list of anchors what a copy of the directory must have seen to be asked about the entry; empty if
 *     nothing is known of any
 * @param agreed for each list of anchors the entry that it led to before; a hint, where several directories may hold the
 *     entry and one does not answer. Empty if nobody says
 * @param filter an LDAP filter (RFC 4515) of which the outcome is to say whether the entry meets it. A sink that takes no
 *     filter says so when it is asked for a scope with one ({@link DirectorySink#scope}), and is never given one here
 */
public record LookupRequest(
        List<List<Anchor>> anchors,
        Map<AttributeName, AttributeSyntax> attributes,
        Set<AttributeName> dated,
        List<Optional<ReplicaMark>> marks,
        List<Optional<ObjectGuid>> agreed,
        Optional<String> filter) {
    public LookupRequest {
        agreed = List.copyOf(agreed);
        if (!agreed.isEmpty() && agreed.size() != anchors.size()) {
            throw new IllegalArgumentException("%d entries are sought, and for %d it is said where they were"
                    .formatted(anchors.size(), agreed.size()));
        }
        anchors = anchors.stream().map(List::copyOf).toList();
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        dated = Set.copyOf(dated);
        marks = List.copyOf(marks);
        if (!marks.isEmpty() && marks.size() != anchors.size()) {
            throw new IllegalArgumentException(
                    "there are %d marks for %d entries".formatted(marks.size(), anchors.size()));
        }
    }

    /** Without a hint and without a filter. */
    public LookupRequest(
            List<List<Anchor>> anchors,
            Map<AttributeName, AttributeSyntax> attributes,
            Set<AttributeName> dated,
            List<Optional<ReplicaMark>> marks) {
        this(anchors, attributes, dated, marks, List.of(), Optional.empty());
    }

    /** Of whatever copy of the directory answers. */
    public LookupRequest(
            List<List<Anchor>> anchors, Map<AttributeName, AttributeSyntax> attributes, Set<AttributeName> dated) {
        this(anchors, attributes, dated, List.of());
    }

    /** What a copy of the directory must have seen to be asked about an entry. */
    public Optional<ReplicaMark> mark(int index) {
        return marks.isEmpty() ? Optional.empty() : marks.get(index);
    }

    /** Without times of change. */
    public LookupRequest(List<List<Anchor>> anchors, Map<AttributeName, AttributeSyntax> attributes) {
        this(anchors, attributes, Set.of());
    }

    /** The entry that a list of anchors led to before, if that is said. */
    public Optional<ObjectGuid> agreed(int index) {
        return agreed.isEmpty() ? Optional.empty() : agreed.get(index);
    }

    /** The same for some of the entries that are sought. */
    public LookupRequest only(List<Integer> indexes) {
        return new LookupRequest(
                indexes.stream().map(anchors::get).toList(),
                attributes,
                dated,
                marks.isEmpty() ? List.of() : indexes.stream().map(marks::get).toList(),
                agreed.isEmpty() ? List.of() : indexes.stream().map(agreed::get).toList(),
                filter);
    }

    /** The same with other marks. */
    public LookupRequest with(List<Optional<ReplicaMark>> otherMarks) {
        return new LookupRequest(anchors, attributes, dated, otherMarks, agreed, filter);
    }
}
