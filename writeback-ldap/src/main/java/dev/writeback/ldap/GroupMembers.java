package dev.writeback.ldap;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of groups, read group by group, and again only when the group's {@code uSNChanged} says so: a change of
 * {@code member} moves the number of the group and not of the member ([MS-ADTS] 3.1.1.1.9). Thread-safe.
 */
final class GroupMembers {

    private static final String MEMBER = "member";
    private static final String USN = "uSNChanged";
    private static final int AT_ONCE = 100;

    /** Names come with the id of the entry then, {@code <GUID=...>;<SID=...>;CN=...} ([MS-ADTS] 3.1.1.3.4.1.5). */
    private static final String EXTENDED_DN = "1.2.840.113556.1.4.529";

    private static final Pattern EXTENDED = Pattern.compile("<GUID=([0-9a-fA-F-]{36})>;.*", Pattern.DOTALL);

    private final String base;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    /** One group on one server: update numbers are each server's own. */
    private record Key(ServerAddress server, ObjectGuid group) {}

    /** What was read of a group when its update number was this. */
    private record Known(String usn, Set<ObjectGuid> members, Set<ObjectGuid> groups) {}

    /**
     * All members of some groups.
     *
     * @param entries the members, those of groups within the groups among them
     * @param sids the security identifiers of all these groups
     */
    record Members(Set<ObjectGuid> entries, List<byte[]> sids) {}

    /** Of the groups below this entry. */
    GroupMembers(String base) {
        this.base = base;
    }

    /** Reads the members of these groups and of those within them, each once, whatever circle they form. */
    Members of(Session session, Collection<EntryId> groups) throws LDAPException {
        Set<ObjectGuid> entries = new HashSet<>();
        List<byte[]> sids = new ArrayList<>();
        Set<ObjectGuid> seen = new HashSet<>();
        List<ObjectGuid> next = new ArrayList<>();
        groups.forEach(group -> next.add(group.guid()));
        while (!next.isEmpty()) {
            List<ObjectGuid> level = next.stream().filter(seen::add).toList();
            next.clear();
            for (SearchResultEntry group : read(session, level)) {
                Optional<EntryId> id = session.kind().naming().id(group);
                if (id.isPresent()) {
                    Known members = members(session, id.get(), group);
                    entries.addAll(members.members);
                    next.addAll(members.groups);
                    byte[] sid = group.getAttributeValueBytes(AnchorAttributes.SID);
                    Optional.ofNullable(sid).ifPresent(sids::add);
                }
            }
        }
        return new Members(entries, sids);
    }

    private List<SearchResultEntry> read(Session session, List<ObjectGuid> groups) throws LDAPException {
        EntryNaming naming = session.kind().naming();
        List<SearchResultEntry> found = new ArrayList<>();
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            List<Filter> some = groups.subList(from, Math.min(groups.size(), from + AT_ONCE)).stream()
                    .map(naming::byGuid)
                    .toList();
            found.addAll(session.search(
                    base,
                    SearchScope.SUB,
                    Filter.createORFilter(some),
                    naming.idAttribute(),
                    AnchorAttributes.SID,
                    USN));
        }
        return found;
    }

    private Known members(Session session, EntryId id, SearchResultEntry group) throws LDAPException {
        @Nullable String usn = group.getAttributeValue(USN);
        Key key = new Key(session.server().address(), id.guid());
        Known before = known.get(key);
        if (before != null && before.usn.equals(usn)) {
            return before;
        }
        Map<ObjectGuid, String> groups = groupsIn(session, id);
        Set<ObjectGuid> members = new HashSet<>(
                session.rootDse().supportsControl(EXTENDED_DN) ? listed(session, id) : found(session, id));
        Known now = new Known(usn == null ? "" : usn, Set.copyOf(members), groups.keySet());
        if (usn != null) {
            known.put(key, now);
        }
        return now;
    }

    /** What the group lists, members in other domains of the forest among them, which no search here finds. */
    private static Set<ObjectGuid> listed(Session session, EntryId group) throws LDAPException {
        String target = session.kind().naming().target(group);
        Control control =
                new Control(EXTENDED_DN, true, new ASN1OctetString(new ASN1Sequence(new ASN1Integer(1)).encode()));
        Set<ObjectGuid> members = new HashSet<>();
        for (SearchResultEntry entry : session.search(
                target,
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                List.of(control),
                List.of(MEMBER + RangedValues.FROM_START))) {
            for (ASN1OctetString value : new RangedValues(session, List.of(control)).of(entry, target, MEMBER)) {
                Matcher extended = EXTENDED.matcher(value.stringValue());
                if (extended.matches()) {
                    members.add(new ObjectGuid(UUID.fromString(extended.group(1))));
                }
            }
        }
        return members;
    }

    /** What a search for members finds, where the server does not tell ids with names. */
    private Set<ObjectGuid> found(Session session, EntryId group) throws LDAPException {
        return search(
                        session,
                        Filter.createEqualityFilter("memberOf", group.dn().value()))
                .keySet();
    }

    private Map<ObjectGuid, String> groupsIn(Session session, EntryId group) throws LDAPException {
        return search(
                session,
                Filter.createANDFilter(
                        Filter.createEqualityFilter("objectClass", "group"),
                        Filter.createEqualityFilter("memberOf", group.dn().value())));
    }

    private Map<ObjectGuid, String> search(Session session, Filter filter) throws LDAPException {
        EntryNaming naming = session.kind().naming();
        Map<ObjectGuid, String> found = new LinkedHashMap<>();
        session.searchPaged(
                base,
                filter,
                entry -> naming.id(entry)
                        .ifPresent(id -> found.put(id.guid(), id.dn().value())),
                naming.idAttribute());
        return found;
    }
}
