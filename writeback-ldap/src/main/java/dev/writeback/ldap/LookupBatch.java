package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeName;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.FilterMatch;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One batch of lookups over one connection: few searches for all of them, then a decision for each. */
final class LookupBatch {

    /** Most servers find 50 to 100 names with one OR filter fastest; beyond 200 it gets slower again. */
    static final int MOST_TERMS = 100;

    /** Up to so many are looked for directly rather than reading all {@code mS-DS-ConsistencyGuid}s first. */
    private static final int FEW = 5;

    private final Session session;
    private final String base;
    private final Precinct precinct;
    private final LookupRequest request;
    private final ConsistencyGuids consistencyGuids;
    private final DirectoryKind kind;
    private final String[] attributes;
    private final Candidates candidates;
    private final ChangeTimes times;
    private final Optional<Replicas.Copy> copy;
    /** Whoever asks for it depends on it: an entry that does not show it might be anything. */
    private final boolean asksForClass;

    LookupBatch(
            Session session,
            LdapSettings settings,
            LookupRequest request,
            ConsistencyGuids consistencyGuids,
            Replicas replicas)
            throws LDAPException {
        this.session = session;
        this.base = settings.baseDn().value();
        this.precinct = new Precinct(settings.baseDn());
        this.request = request;
        this.consistencyGuids = consistencyGuids;
        this.kind = session.kind();
        Set<Anchor.Kind> sought = request.anchors().stream()
                .flatMap(List::stream)
                .map(Anchor::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Anchor.Kind.class)));
        this.candidates = new Candidates(sought);
        this.times = new ChangeTimes(session, request);
        this.asksForClass = request.attributes().containsKey(AttributeName.of("objectClass"));
        this.copy = replicas.copy(session);
        this.attributes = attributes(sought).toArray(String[]::new);
    }

    /** What to read of an entry. */
    private List<String> attributes(Set<Anchor.Kind> sought) {
        List<String> names = new ArrayList<>(List.of(kind.naming().idAttribute(), AnchorAttributes.CONSISTENCY_GUID));
        if (sought.contains(Anchor.Kind.EXTERNAL_DIRECTORY_OBJECT_ID)) {
            names.add(AnchorAttributes.EXTERNAL_ID);
        }
        if (sought.contains(Anchor.Kind.SECURITY_IDENTIFIER)) {
            names.add(AnchorAttributes.SID);
        }
        request.attributes().keySet().forEach(name -> names.add(name.value()));
        names.addAll(times.attributes());
        copy.ifPresent(it -> names.add(Replicas.USN));
        return names;
    }

    /** One outcome for each list of anchors, in their order. */
    List<LookupOutcome> outcomes() throws LDAPException {
        search(indexed());
        searchByConsistencyGuid();
        EntryReader reader = new EntryReader(session, request.attributes());
        List<LookupOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < request.anchors().size(); i++) {
            Optional<Watermark> unseen = unseen(i);
            outcomes.add(
                    unseen.isPresent()
                            ? behind(unseen.get())
                            : outcome(AnchorMatch.of(request.anchors().get(i), candidates), reader));
        }
        return filtered(outcomes);
    }

    private List<LookupOutcome> filtered(List<LookupOutcome> outcomes) throws LDAPException {
        Optional<String> filter = request.filter();
        List<ObjectGuid> found = outcomes.stream()
                .filter(LookupOutcome.Found.class::isInstance)
                .map(outcome -> ((LookupOutcome.Found) outcome).entry().id().guid())
                .distinct()
                .toList();
        if (filter.isEmpty() || found.isEmpty()) {
            return outcomes;
        }
        Set<ObjectGuid> meeting = ScopeFilter.meeting(session, base, filter.get(), found);
        return outcomes.stream()
                .map(outcome -> outcome instanceof LookupOutcome.Found it
                                && !meeting.contains(it.entry().id().guid())
                        ? new LookupOutcome.Found(it.entry(), FilterMatch.FAILS)
                        : outcome)
                .toList();
    }

    /** What this copy of the directory has not seen yet of an entry; nothing as a rule. */
    private Optional<Watermark> unseen(int index) throws LDAPException {
        Optional<Watermark> mark =
                copy.isEmpty() ? Optional.empty() : request.mark(index).flatMap(Watermark::of);
        return mark.isPresent() && copy.get().isBehind(mark.get()) ? mark : Optional.empty();
    }

    private LookupOutcome behind(Watermark mark) {
        return new LookupOutcome.Unavailable(Problem.of(
                ErrorCode.REPLICA_BEHIND,
                "%s has not yet replicated what was last agreed with %s, so its entry would look as if somebody had put it back."
                        .formatted(session.server().address(), mark.server()),
                "Nothing to do: it is tried again later, and from %s on its entry counts as it stands; if it lasts, see to the replication between the two."
                        .formatted(Patience.of(mark).end())));
    }

    private LookupOutcome outcome(AnchorMatch match, EntryReader reader) throws LDAPException {
        if (match instanceof AnchorMatch.None it) {
            return new LookupOutcome.NotFound(it.problem());
        }
        if (match instanceof AnchorMatch.Many it) {
            return new LookupOutcome.Ambiguous(it.problem());
        }
        try {
            return new LookupOutcome.Found(entry(((AnchorMatch.One) match).candidate(), reader));
        } catch (LDAPException failure) {
            if (!failure.getResultCode().isConnectionUsable()) {
                throw failure;
            }
            // One entry that cannot be read to the end is no reason to know nothing of the others.
            return new LookupOutcome.Unavailable(
                    SearchFaults.of(failure, session.server().address()).problem());
        }
    }

    private DirectoryEntry entry(Candidate found, EntryReader reader) throws LDAPException {
        DirectoryEntry entry = reader.entry(found);
        return new DirectoryEntry(
                entry.id(),
                entry.attributes(),
                entry.server(),
                times.of(found),
                copy.flatMap(it -> it.of(found.entry())));
    }

    /** What the anchors are sought by, each once. Entries are renamed: a name is followed only where it is all there is. */
    private List<Filter> indexed() {
        Set<Anchor> distinct = new LinkedHashSet<>();
        for (List<Anchor> anchors : request.anchors()) {
            for (Anchor anchor : anchors) {
                if (anchors.size() == 1 || !(anchor instanceof Anchor.DistinguishedName)) {
                    distinct.add(anchor);
                }
            }
        }
        return distinct.stream().map(this::indexed).toList();
    }

    private Filter indexed(Anchor anchor) {
        if (anchor instanceof Anchor.ImmutableId it) {
            return kind.naming().byGuid(it.guid());
        }
        if (anchor instanceof Anchor.ExternalDirectoryObjectId it) {
            return ExternalIds.filter(it.value());
        }
        if (anchor instanceof Anchor.SecurityIdentifier it) {
            return Filter.createEqualityFilter(AnchorAttributes.SID, SecurityIdentifiers.toBytes(it.value()));
        }
        return kind.naming().byDn(((Anchor.DistinguishedName) anchor).dn());
    }

    private void searchByConsistencyGuid() throws LDAPException {
        Set<ObjectGuid> ids = new LinkedHashSet<>();
        request.anchors()
                .forEach(anchors -> anchors.forEach(anchor -> {
                    if (anchor instanceof Anchor.ImmutableId it) {
                        ids.add(it.guid());
                    }
                }));
        if (ids.isEmpty() || kind.consistency() == DirectoryKind.Consistency.NONE) {
            return;
        }
        boolean direct = kind.consistency() == DirectoryKind.Consistency.BY_SEARCH
                || (ids.size() <= FEW
                        && !consistencyGuids.areKnown(session.server().address()));
        if (direct) {
            search(ids.stream()
                    .map(guid -> Filter.createEqualityFilter(AnchorAttributes.CONSISTENCY_GUID, guid.toBytes()))
                    .toList());
        } else {
            ConsistencyGuids.Need need =
                    ids.stream().allMatch(candidates::has) ? ConsistencyGuids.Need.USUAL : ConsistencyGuids.Need.URGENT;
            search(consistencyGuids.owners(session, ids, need).stream()
                    .filter(owner -> !candidates.has(owner))
                    .map(kind.naming()::byGuid)
                    .toList());
        }
    }

    private void search(List<Filter> all) throws LDAPException {
        for (int from = 0; from < all.size(); from += MOST_TERMS) {
            List<Filter> some = all.subList(from, Math.min(all.size(), from + MOST_TERMS));
            Filter filter = some.size() == 1 ? some.get(0) : Filter.createORFilter(some);
            for (SearchResultEntry found : session.search(base, SearchScope.SUB, filter, attributes)) {
                Optional<EntryId> id = kind.naming().id(found);
                if (id.isPresent() && precinct.admits(session, id.get(), found, asksForClass)) {
                    candidates.add(new Candidate(id.get(), found));
                }
            }
        }
    }
}
