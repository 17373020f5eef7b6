package dev.writeback.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few sessions that nobody uses at the moment. An embedded database would close with the last one. */
final class Idle {

    private static final Logger LOG = LoggerFactory.getLogger(Idle.class);
    private static final int MOST = 4;

    private final Deque<Session> sessions = new ArrayDeque<>();

    @Nullable
    Session take() {
        synchronized (sessions) {
            return sessions.pollLast();
        }
    }

    void give(Session session) {
        synchronized (sessions) {
            if (sessions.size() < MOST) {
                sessions.add(session);
                return;
            }
        }
        discard(session);
    }

    void close() {
        for (Session session = take(); session != null; session = take()) {
            discard(session);
        }
    }

    /** After an error nobody knows what a connection is still good for. */
    static void discard(Session session) {
        try {
            if (!session.connection().getAutoCommit()) {
                session.connection().rollback();
            }
        } catch (SQLException alreadyBroken) {
            LOG.debug("a connection that is given up cannot roll back: {}", alreadyBroken.getSQLState());
        }
        try {
            session.close();
        } catch (SQLException alreadyBroken) {
            LOG.debug("a connection that is given up cannot be closed: {}", alreadyBroken.getSQLState());
        }
    }
}
