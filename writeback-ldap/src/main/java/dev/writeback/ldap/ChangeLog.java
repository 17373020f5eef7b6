package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.plan.Problem;
import dev.writeback.spi.ChangedEntry;
import dev.writeback.spi.SourceRead.Rest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way in which a server tells what changed. */
interface ChangeLog {

    /** The way's name: one word, which stands in cursors. */
    String way();

    /** Why this server cannot tell; nothing if it can, as far as it says itself. */
    Optional<Problem> obstacle(Session session, RootDse root) throws LDAPException;

    /** Tries it out: why the account would learn nothing; nothing if it would. */
    Optional<Problem> trial(Session session, RootDse root) throws LDAPException;

    /** What it means that the server did not answer. */
    default Problem refused(LDAPException failure, ServerAddress server) {
        return SearchFaults.of(failure, server).problem();
    }

    /** The position after everything that has changed: one word. */
    String now(Session session, RootDse root) throws LDAPException;

    /** What changed after a position; nothing if the server can no longer tell. */
    Optional<Changes> after(
            String position, Session session, RootDse root, Map<AttributeName, AttributeSyntax> attributes)
            throws LDAPException;

    /**
     * Some of what changed.
     *
     * @param entries the entries
     * @param position where the rest begins
     * @param rest whether there is any now
     */
    record Changes(List<ChangedEntry> entries, String position, Rest rest) {}
}
