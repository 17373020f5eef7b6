package dev.writeback.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Finding;
import dev.writeback.spi.Finding.Level;
import java.util.Optional;

/** Looks whether the server tells the account what others change. */
final class WatchCheck {

    private static final String TOPIC = "watch";

    private WatchCheck() {}

    static Finding finding(Session session, ChangeLog log) throws LDAPException {
        return problem(session, log)
                .map(problem -> DirectoryCheck.finding(Level.WARNING, TOPIC, problem))
                .orElseGet(() -> Finding.ok(
                        TOPIC,
                        "%s tells the account what changes in it, so that drift can be watched (%s)."
                                .formatted(session.server().address(), log.way())));
    }

    private static Optional<Problem> problem(Session session, ChangeLog log) throws LDAPException {
        RootDse root = RootDse.read(session);
        Optional<Problem> obstacle = log.obstacle(session, root);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (!DatabaseId.of(session, root).isComplete()) {
            return Optional.of(LdapWatch.hidden(session));
        }
        try {
            return log.trial(session, root);
        } catch (LDAPException failure) {
            if (!failure.getResultCode().isConnectionUsable()) {
                throw failure;
            }
            return Optional.of(log.refused(failure, session.server().address()));
        }
    }
}
