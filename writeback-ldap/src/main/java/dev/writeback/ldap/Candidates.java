package dev.writeback.ldap;

import dev.writeback.model.Anchor;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The entries that a batch of searches found, by what they may be sought by. Not thread-safe. */
final class Candidates {

    private final Map<ObjectGuid, Candidate> byGuid = new LinkedHashMap<>();
    private final Map<String, List<Candidate>> byAnchor = new HashMap<>();

    /** Takes an entry in, unless it was found before. */
    void add(Candidate candidate) {
        EntryId id = candidate.id();
        if (byGuid.putIfAbsent(id.guid(), candidate) == null) {
            index("guid " + id.guid().toBase64(), candidate);
            if (!candidate.consistencyGuid().equals(id.guid().toBase64())) {
                index("guid " + candidate.consistencyGuid(), candidate);
            }
            index("external " + candidate.externalId().toLowerCase(Locale.ROOT), candidate);
            index("sid " + candidate.sid(), candidate);
        }
    }

    boolean has(ObjectGuid guid) {
        return byGuid.containsKey(guid);
    }

    /** The entries that have any of these anchors; a distinguished name counts only where there is no other. */
    Set<Candidate> having(Collection<Anchor> anchors) {
        Set<Candidate> found = new LinkedHashSet<>();
        for (Anchor anchor : anchors) {
            if (anchor instanceof Anchor.ImmutableId it) {
                found.addAll(indexed("guid " + it.guid().toBase64()));
            } else if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
                found.addAll(indexed("external " + it.value().toLowerCase(Locale.ROOT)));
            } else if (anchor instanceof Anchor.SecurityIdentifier it) {
                found.addAll(indexed("sid " + it.value()));
            } else if (anchors.size() == 1) {
                byGuid.values().stream()
                        .filter(candidate -> candidate.fit(anchor) == Candidate.Fit.SAME)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<Candidate> indexed(String key) {
        return byAnchor.getOrDefault(key, List.of());
    }

    private void index(String key, Candidate candidate) {
        byAnchor.computeIfAbsent(key, none -> new ArrayList<>()).add(candidate);
    }
}
