package dev.writeback.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.writeback.model.Dn;
import dev.writeback.model.ReplicaMark;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says of which copy of the directory something was read or written, and whether another copy has seen it yet. Thread-safe.
 *
 * <p>Domain controllers replicate to each other, within seconds or within hours. What one of them does not have yet would
 * look as if somebody had put it back.
 */
final class Replicas {

    static final String USN = "uSNChanged";
    private static final String VECTOR = "replUpToDateVector";
    private static final Filter ANY = Filter.createPresenceFilter("objectClass");

    private final Dn base;
    private final boolean several;
    private final InstantSource time;
    private final Map<ServerAddress, Known> known = new ConcurrentHashMap<>();

    /**
     * @param several whether there is more than one server; else nothing is read or said of copies
     */
    Replicas(Dn base, boolean several, InstantSource time) {
        this.base = base;
        this.several = several;
        this.time = time;
    }

    /** The copy that a server holds; nothing if it does not say, or is the only one. */
    Optional<Copy> copy(Session session) throws LDAPException {
        RootDse root = session.rootDse();
        if (!several || !root.isActiveDirectory()) {
            return Optional.empty();
        }
        ServerAddress address = session.server().address();
        Known before = known.get(address);
        // A server has another root entry once its connections were cut: it may have been restored meanwhile.
        if (before == null || before.root != root) {
            before = new Known(root, DatabaseId.of(session, root).invocation());
            known.put(address, before);
        }
        return before.invocation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Copy(session, address.toString(), before.invocation));
    }

    /** What must be seen to show what was written to a server, of which no more can be asked. */
    Optional<ReplicaMark> lost(ServerAddress address) {
        Known last = known.get(address);
        return last == null || last.invocation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Watermark(address.toString(), last.invocation, OptionalLong.empty(), time.instant())
                        .mark());
    }

    private record Known(RootDse root, String invocation) {}

    /** One copy, while it is asked. Not thread-safe. */
    final class Copy {

        private final Session session;
        private final String server;
        private final String invocation;
        private UpToDateVector vector = UpToDateVector.empty();
        private boolean read;

        private Copy(Session session, String server, String invocation) {
            this.session = session;
            this.server = server;
            this.invocation = invocation;
        }

        /** What another copy must have seen to show this entry as it was read here. */
        Optional<ReplicaMark> of(SearchResultEntry entry) {
            Long usn = entry.getAttributeValueAsLong(USN);
            return usn == null ? Optional.empty() : Optional.of(at(usn));
        }

        /** What another copy must have seen to show all that was written here until now. */
        Optional<ReplicaMark> now() throws LDAPException {
            OptionalLong highest = RootDse.read(session).highestCommittedUsn();
            return highest.isPresent() ? Optional.of(at(highest.getAsLong())) : Optional.empty();
        }

        /** Whether this copy has not yet seen what was done at the mark. One that cannot be told is taken to have. */
        boolean isBehind(Watermark mark) throws LDAPException {
            return !mark.invocation().equals(invocation)
                    && Patience.of(mark).isNotOver(time.instant())
                    && hasNotSeen(mark);
        }

        private boolean hasNotSeen(Watermark mark) throws LDAPException {
            if (mark.usn().isEmpty()) {
                return true;
            }
            OptionalLong seen = vector().seen(mark.invocation());
            return seen.isPresent() && seen.getAsLong() < mark.usn().getAsLong();
        }

        private UpToDateVector vector() throws LDAPException {
            if (!read) {
                vector = session.search(context(), SearchScope.BASE, ANY, VECTOR).stream()
                        .map(entry -> entry.getAttributeValueBytes(VECTOR))
                        .filter(Objects::nonNull)
                        .map(UpToDateVector::of)
                        .findFirst()
                        .orElse(UpToDateVector.empty());
                read = true;
            }
            return vector;
        }

        /** The naming context that the base is in, which is what is replicated. */
        private String context() throws LDAPException {
            return session.rootDse().values("namingContexts").stream()
                    .filter(name -> Dn.ifValid(name).filter(base::isWithin).isPresent())
                    .max(Comparator.comparingInt(String::length))
                    .orElse(base.value());
        }

        private ReplicaMark at(long usn) {
            return new Watermark(server, invocation, OptionalLong.of(usn), time.instant()).mark();
        }
    }
}
