package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's database. What changes something happens on one connection, one transaction after the other; it stays open
 * because an embedded database closes with its last connection. What only reads takes a connection of its own.
 */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DataSource source;
    private final Faults faults = new Faults();
    private final Object lock = new Object();
    private @Nullable Session writer;
    private boolean closed;

    Database(DataSource source) {
        this.source = source;
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /** Does this as a whole or not at all; {@code purpose} ends the sentence "the store cannot ...". */
    <T> T write(String purpose, Work<T> work) {
        synchronized (lock) {
            try {
                Session session = writer();
                try {
                    T result = work.in(session);
                    session.connection().commit();
                    return result;
                } catch (SQLException fault) {
                    discard(session);
                    throw fault;
                } catch (RuntimeException | Error fault) {
                    session.connection().rollback();
                    throw fault;
                }
            } catch (SQLException fault) {
                throw faults.exception(purpose, fault);
            }
        }
    }

    /** Reads what has been committed. */
    <T> T read(String purpose, Work<T> work) {
        synchronized (lock) {
            requireOpen();
        }
        try (Session session = new Session(source.getConnection())) {
            return work.in(session);
        } catch (SQLException fault) {
            throw faults.exception(purpose, fault);
        }
    }

    private Session writer() throws SQLException {
        requireOpen();
        if (writer == null) {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            faults.met(connection);
            writer = new Session(connection);
        }
        return writer;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
    }

    /** After an error nobody knows what a connection is still good for; the next transaction takes a new one. */
    private void discard(Session session) {
        writer = null;
        try {
            session.connection().rollback();
            session.close();
        } catch (SQLException alsoBroken) {
            LOG.debug("a connection that failed cannot be closed either: {}", alsoBroken.getSQLState());
        }
    }

    @Override
    public void close() throws StoreException {
        synchronized (lock) {
            closed = true;
            Session session = writer;
            writer = null;
            if (session != null) {
                try {
                    session.close();
                } catch (SQLException fault) {
                    throw faults.exception("be closed", fault);
                }
            }
        }
    }
}
