package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The host's database. In one that a single process uses, one transaction that changes something happens after the other;
 * a shared one sees to that itself. A transaction that failed before its end, through no fault of its own, is tried again.
 */
final class Database implements AutoCloseable {

    private static final int MOST_TRIES = 10;

    private final DataSource source;
    private final Duration lease;
    private final Faults faults = new Faults();
    private final Idle writers = new Idle();
    private final Idle readers = new Idle();
    private final Lock alone = new ReentrantLock();
    private volatile @Nullable Dialect dialect;
    private volatile boolean closed;

    Database(DataSource source, Duration lease) {
        this.source = source;
        this.lease = lease;
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /** Does this as a whole or not at all; {@code purpose} ends the sentence "the store cannot ...". */
    <T> T write(String purpose, Work<T> work) {
        try {
            if (dialect == null) {
                dialect = connected();
            }
            if (dialect().isShared()) {
                return persistent(work);
            }
            alone.lock();
            try {
                return persistent(work);
            } finally {
                alone.unlock();
            }
        } catch (SQLException fault) {
            throw faults.exception(purpose, fault);
        }
    }

    private <T> T persistent(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            Attempt<T> attempt = new Attempt<>(work);
            try {
                return attempt.make();
            } catch (SQLException fault) {
                if (tries == MOST_TRIES || !attempt.mayBeRepeated(fault)) {
                    throw fault;
                }
            }
        }
    }

    /** Reads what has been committed. */
    <T> T read(String purpose, Work<T> work) {
        try {
            Session session = readers.take();
            if (session == null) {
                return read(fresh(true), work);
            }
            try {
                return read(session, work);
            } catch (SQLException fault) {
                if (!Faults.isGone(fault)) {
                    throw fault;
                }
                return read(fresh(true), work);
            }
        } catch (SQLException fault) {
            throw faults.exception(purpose, fault);
        }
    }

    private <T> T read(Session session, Work<T> work) throws SQLException {
        requireOpen();
        boolean done = false;
        try {
            T result = work.in(session);
            done = true;
            return result;
        } finally {
            if (done && !closed) {
                readers.give(session);
            } else {
                Idle.discard(session);
            }
        }
    }

    Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            throw new IllegalStateException("nothing is known of the database before it was first written to");
        }
        return known;
    }

    private Dialect connected() throws SQLException {
        requireOpen();
        try (Connection connection = source.getConnection()) {
            faults.met(connection);
            return Dialect.of(connection);
        }
    }

    private Session fresh(boolean autoCommit) throws SQLException {
        requireOpen();
        Connection connection = source.getConnection();
        connection.setAutoCommit(autoCommit);
        Session session = new Session(connection, dialect());
        if (!autoCommit) {
            connection.setAutoCommit(true);
            dialect().prepare(connection, lease);
            connection.setAutoCommit(false);
        }
        return session;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
    }

    @Override
    public void close() throws StoreException {
        closed = true;
        readers.close();
        writers.close();
    }

    /** One try at a transaction. */
    private final class Attempt<T> {
        private final Work<T> work;
        private boolean wasIdle;
        private boolean committing;

        Attempt(Work<T> work) {
            this.work = work;
        }

        T make() throws SQLException {
            requireOpen();
            Session idle = writers.take();
            wasIdle = idle != null;
            Session session = idle == null ? fresh(false) : idle;
            try {
                T result = work.in(session);
                committing = true;
                session.connection().commit();
                writers.give(session);
                return result;
            } catch (SQLException fault) {
                Idle.discard(session);
                // H2 lets go of the file of a database that it has given up only with the last of its connections.
                if (Faults.isGone(fault) || !dialect().isShared()) {
                    writers.close();
                    readers.close();
                }
                throw fault;
            } catch (RuntimeException | Error fault) {
                session.connection().rollback();
                writers.give(session);
                throw fault;
            }
        }

        /** Nobody knows what became of one whose commit was not answered. */
        boolean mayBeRepeated(SQLException fault) {
            return !committing && (Faults.isCollision(fault) || (wasIdle && Faults.isGone(fault)));
        }
    }
}
