package dev.writeback.jdbc;

import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * A store in a database of the host, so that work, baselines, journal and statuses outlive the process.
 *
 * <p>The tables begin with {@code writeback_}; they are created and brought up to date when the store is opened. In H2 one
 * process at a time may use them; what it had in its hands when it ended is handed out again. In PostgreSQL as many nodes
 * as there are may use them at once; what one of them had in its hands that is gone is handed out when its lease is over.
 *
 * <p>Safe for many threads. What it holds in memory does not grow with the number of objects. Every method throws
 * {@link StoreException} if the database does not do its part; whether the transaction then took place is all or nothing.
 */
public final class JdbcStore implements WritebackStore {

    private final Database database;
    private final Node node;
    private final Intake intake;
    private final WorkQueue work;
    private final Records records;

    private JdbcStore(Parts parts) {
        this.database = parts.database();
        this.node = parts.node();
        this.intake = new JdbcIntake(parts);
        this.work = new JdbcWork(parts);
        this.records = JdbcRecords.of(parts);
    }

    /**
     * Opens the store in this database, with a lease of 30 seconds where nodes share it.
     *
     * @param source gives connections of a user who may create tables; H2 from version 2.3 on, or PostgreSQL from version
     *     13 on, which nodes may share. It stays the host's, who closes it, if it must be closed, after the store
     * @throws StoreException if the database cannot be reached, is in use by another process or holds the tables of a
     *     newer version; the message says which and what to do
     */
    public static JdbcStore open(DataSource source) {
        return builder(source).open();
    }

    /**
     * A store in this database that is not opened yet.
     *
     * @param source as for {@link #open}
     */
    public static JdbcStoreBuilder builder(DataSource source) {
        return new JdbcStoreBuilder(source);
    }

    static JdbcStore open(DataSource source, Duration lease) {
        Database database = new Database(source, lease);
        Hands hands = new Hands();
        Node node = new Node(database, hands, lease);
        try {
            database.write("be opened", session -> {
                Schema.migrate(session, session.dialect());
                return true;
            });
            node.begin();
            JdbcOutbox outbox = new JdbcOutbox(database, new Duty(database, node, lease));
            return new JdbcStore(new Parts(database, node, hands, outbox));
        } catch (RuntimeException failure) {
            node.close();
            database.close();
            throw failure;
        }
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public WorkQueue work() {
        return work;
    }

    @Override
    public Records records() {
        return records;
    }

    /** That of the database where nodes share it, which none of them sets; otherwise the host's own. */
    @Override
    public InstantSource clock(InstantSource own) {
        return node.clock(own);
    }

    /** Ends its connections. What is in a worker's hands is handed out again: at once, or when the store is next opened. */
    @Override
    public void close() {
        node.close();
        database.close();
    }
}
