package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.writeback.model.Dn;
import dev.writeback.model.ObjectGuid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries have an {@code mS-DS-ConsistencyGuid} that is not their own {@code objectGUID}. Active Directory does not
 * index the attribute, so it is read once, in pages, and then only what {@code uSNChanged} says has changed. Thread-safe.
 */
final class ConsistencyGuids {

    /** How soon a change is wanted to be known. */
    enum Need {
        /** To find a second entry, in time. */
        USUAL(Duration.ofMinutes(1)),
        /** To find the only entry. */
        URGENT(Duration.ofSeconds(1));

        private final Duration mostAge;

        Need(Duration mostAge) {
            this.mostAge = mostAge;
        }
    }

    private static final Filter PRESENT = Filter.createPresenceFilter(AnchorAttributes.CONSISTENCY_GUID);

    private final Dn base;
    private final InstantSource time;
    private final Map<ObjectGuid, ObjectGuid> byEntry = new HashMap<>();
    private final Map<ObjectGuid, Set<ObjectGuid>> byConsistencyGuid = new HashMap<>();
    private @Nullable ReadState read;

    ConsistencyGuids(Dn base, InstantSource time) {
        this.base = base;
        this.time = time;
    }

    /** Whether they were read from this server, so that asking costs little. */
    synchronized boolean areKnown(ServerAddress server) {
        return read != null && read.server.equals(server);
    }

    /** The {@code objectGUID}s of the entries that have one of these as {@code mS-DS-ConsistencyGuid}. */
    synchronized Set<ObjectGuid> owners(Session session, Collection<ObjectGuid> wanted, Need need)
            throws LDAPException {
        Instant now = time.instant();
        if (read == null
                || !read.server.equals(session.server().address())
                || !now.isBefore(read.at.plus(need.mostAge))) {
            refresh(session, now);
        }
        Set<ObjectGuid> owners = new HashSet<>();
        wanted.forEach(guid -> owners.addAll(byConsistencyGuid.getOrDefault(guid, Set.of())));
        return owners;
    }

    private void refresh(Session session, Instant now) throws LDAPException {
        RootDse root = RootDse.read(session);
        long highest = root.highestCommittedUsn().orElse(0);
        DatabaseId database = DatabaseId.of(session, root);
        ReadState before = read;
        Filter filter = PRESENT;
        if (before != null && before.goesOn(session.server().address(), database, highest)) {
            filter = Filter.createANDFilter(
                    PRESENT, Filter.createGreaterOrEqualFilter("uSNChanged", Long.toString(before.highestUsn + 1)));
        } else {
            read = null;
            byEntry.clear();
            byConsistencyGuid.clear();
        }
        session.searchPaged(base.value(), filter, this::take, "objectGUID", AnchorAttributes.CONSISTENCY_GUID);
        read = new ReadState(session.server().address(), database, highest, now);
    }

    private void take(SearchResultEntry entry) {
        byte[] guid = entry.getAttributeValueBytes("objectGUID");
        byte[] consistency = entry.getAttributeValueBytes(AnchorAttributes.CONSISTENCY_GUID);
        if (guid == null || consistency == null || guid.length != ObjectGuid.LENGTH) {
            return;
        }
        ObjectGuid owner = ObjectGuid.ofBytes(guid);
        ObjectGuid before = byEntry.remove(owner);
        if (before != null) {
            byConsistencyGuid.getOrDefault(before, new HashSet<>()).remove(owner);
        }
        if (consistency.length == ObjectGuid.LENGTH
                && !ObjectGuid.ofBytes(consistency).equals(owner)) {
            byEntry.put(owner, ObjectGuid.ofBytes(consistency));
            byConsistencyGuid
                    .computeIfAbsent(ObjectGuid.ofBytes(consistency), none -> new HashSet<>())
                    .add(owner);
        }
    }

    private record ReadState(ServerAddress server, DatabaseId database, long highestUsn, Instant at) {
        boolean goesOn(ServerAddress nowServer, DatabaseId nowDatabase, long nowHighest) {
            return server.equals(nowServer) && database.equals(nowDatabase) && highestUsn <= nowHighest;
        }
    }
}
