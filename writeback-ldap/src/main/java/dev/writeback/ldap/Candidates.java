package dev.writeback.ldap;

import dev.writeback.model.Anchor;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The entries that a batch of searches found, by what they may be sought by. Not thread-safe. */
final class Candidates {

    private final Map<ObjectGuid, Candidate> byGuid = new LinkedHashMap<>();
    private final Map<ObjectGuid, List<Candidate>> byConsistencyGuid = new HashMap<>();
    private final Map<String, List<Candidate>> byText = new HashMap<>();
    private final Set<Anchor.Kind> sought;

    /**
     * No entries yet.
     *
     * @param sought the kinds of anchors that entries will be sought by
     */
    Candidates(Set<Anchor.Kind> sought) {
        this.sought = sought;
    }

    /** Takes an entry in, unless it was found before. */
    void add(Candidate candidate) {
        if (byGuid.putIfAbsent(candidate.id().guid(), candidate) != null) {
            return;
        }
        candidate
                .consistencyGuid()
                .filter(guid -> !guid.equals(candidate.id().guid()))
                .ifPresent(guid -> byConsistencyGuid
                        .computeIfAbsent(guid, none -> new ArrayList<>())
                        .add(candidate));
        if (sought.contains(Anchor.Kind.EXTERNAL_DIRECTORY_OBJECT_ID)) {
            index(external(candidate.externalId()), candidate);
            indexWithoutKind(candidate);
        }
        if (sought.contains(Anchor.Kind.SECURITY_IDENTIFIER)) {
            index(candidate.sid(), candidate);
        }
    }

    boolean has(ObjectGuid guid) {
        return byGuid.containsKey(guid);
    }

    /** The entries that have any of these anchors; a distinguished name counts only where there is no other. */
    Collection<Candidate> having(Collection<Anchor> anchors) {
        Map<ObjectGuid, Candidate> found = new LinkedHashMap<>();
        for (Anchor anchor : anchors) {
            having(anchor, anchors.size() == 1)
                    .forEach(candidate -> found.put(candidate.id().guid(), candidate));
        }
        return found.values();
    }

    private List<Candidate> having(Anchor anchor, boolean only) {
        if (anchor instanceof Anchor.ImmutableId it) {
            Candidate own = byGuid.get(it.guid());
            List<Candidate> others = byConsistencyGuid.getOrDefault(it.guid(), List.of());
            if (others.isEmpty()) {
                return own == null ? List.of() : List.of(own);
            }
            return own == null
                    ? others
                    : Stream.concat(Stream.of(own), others.stream()).toList();
        }
        if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return byText.getOrDefault(external(it.value()), List.of());
        }
        if (anchor instanceof Anchor.SecurityIdentifier it) {
            return byText.getOrDefault(it.value(), List.of());
        }
        return only
                ? byGuid.values().stream()
                        .filter(candidate -> candidate.fit(anchor) == Candidate.Fit.SAME)
                        .toList()
                : List.of();
    }

    private void index(String key, Candidate candidate) {
        byText.computeIfAbsent(key, none -> new ArrayList<>()).add(candidate);
    }

    private void indexWithoutKind(Candidate candidate) {
        String id = candidate.externalId();
        String bare = ExternalIds.withoutKind(id);
        if (!bare.equals(id)) {
            index(external(bare), candidate);
        }
    }

    private static String external(String id) {
        return "external " + ExternalIds.folded(id);
    }
}
