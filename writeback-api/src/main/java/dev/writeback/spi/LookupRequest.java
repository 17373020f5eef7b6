package dev.writeback.spi;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
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
 */
public record LookupRequest(
        List<List<Anchor>> anchors,
        Map<AttributeName, AttributeSyntax> attributes,
        Set<AttributeName> dated,
        List<Optional<ReplicaMark>> marks) {
    public LookupRequest {
        anchors = anchors.stream().map(List::copyOf).toList();
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        dated = Set.copyOf(dated);
        marks = List.copyOf(marks);
        if (!marks.isEmpty() && marks.size() != anchors.size()) {
            throw new IllegalArgumentException(
                    "there are %d marks for %d entries".formatted(marks.size(), anchors.size()));
        }
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
}
