package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.Dn;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the entries below the base DN, on the server in use. All of them: whatever entry a lookup can find may have been
 * written to, and a filter by class or by what an entry has would miss one that lost just that.
 */
final class LdapWatch implements DirectoryWatch {

    private final Servers servers;
    private final Dn base;
    private final ChangeLog log;

    LdapWatch(Servers servers, Dn base, ChangeLog log) {
        this.servers = servers;
        this.base = base;
        this.log = log;
    }

    @Override
    public WatchRead read(@Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes) {
        try {
            return servers.read(session -> read(session, after, attributes));
        } catch (DirectoryFailure failure) {
            return new WatchRead.Unavailable(failure.problem());
        }
    }

    private WatchRead read(Session session, @Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        try {
            return told(session, after, attributes);
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
                return new WatchRead.Unavailable(
                        log.refused(failure, session.server().address()));
            }
            throw failure;
        }
    }

    private WatchRead told(Session session, @Nullable Cursor after, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException {
        RootDse root = RootDse.read(session);
        Optional<Problem> obstacle = log.obstacle(session, root);
        if (obstacle.isPresent()) {
            return new WatchRead.Unavailable(obstacle.get());
        }
        DatabaseId database = DatabaseId.of(session, root);
        if (!database.isComplete()) {
            return new WatchRead.Unavailable(hidden(session));
        }
        Here here = new Here(session, root, database);
        if (after == null) {
            return new WatchRead.Page(List.of(), here.now(), Rest.NO_MORE_NOW);
        }
        Optional<WatchPlace> place = WatchPlace.of(after);
        return place.isEmpty()
                ? here.lost("The place that the watch stood at was not given by a watch of this kind.")
                : here.after(place.get(), attributes);
    }

    /** Why nobody can tell which copy of the database the server holds. */
    static Problem hidden(Session session) {
        return Problem.of(
                ErrorCode.INSUFFICIENT_RIGHTS,
                "%s does not show the account the invocationId of its NTDS Settings, without which update numbers mean nothing."
                        .formatted(session.server().address()),
                "Grant the account read access to the NTDS Settings of the domain controllers, below CN=Sites of the"
                        + " configuration.");
    }

    /** The server that answers now. */
    private final class Here {

        private final Session session;
        private final RootDse root;
        private final DatabaseId database;

        Here(Session session, RootDse root, DatabaseId database) {
            this.session = session;
            this.root = root;
            this.database = database;
        }

        WatchRead after(WatchPlace place, Map<AttributeName, AttributeSyntax> attributes) throws LDAPException {
            if (!place.way().equals(log.way()) || !place.base().equals(base)) {
                return lost("What is watched, or how, was set otherwise since.");
            }
            if (!place.database().host().equals(database.host())) {
                return lost("%s answers now, and %s did before; each counts changes of its own."
                        .formatted(database.host(), place.database().host()));
            }
            if (!place.database().equals(database)) {
                return lost(
                        "%s was restored or set up anew since, and counts changes anew.".formatted(database.host()));
            }
            Optional<ChangeLog.Changes> changes = log.after(place.position(), session, root, attributes);
            return changes.isEmpty()
                    ? lost("%s does not know any more what changed since then.".formatted(database.host()))
                    : new WatchRead.Page(
                            changes.get().entries(),
                            cursor(changes.get().position()),
                            changes.get().rest());
        }

        WatchRead lost(String sentence) throws LDAPException {
            return new WatchRead.Lost(sentence, now());
        }

        Cursor now() throws LDAPException {
            return cursor(log.now(session, root));
        }

        private Cursor cursor(String position) {
            return new WatchPlace(log.way(), database, base, position).cursor();
        }
    }
}
