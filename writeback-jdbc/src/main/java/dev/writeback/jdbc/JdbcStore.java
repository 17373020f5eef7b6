package dev.writeback.jdbc;

import dev.writeback.spi.Intake;
import dev.writeback.spi.Records;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkQueue;
import dev.writeback.spi.WritebackStore;
import javax.sql.DataSource;

/**
 * A store in a database of the host, so that work, baselines, journal and statuses outlive the process.
 *
 * <p>The tables begin with {@code writeback_}; they are created and brought up to date when the store is opened. One store
 * at a time may use them: whatever another one had in its hands when it ended is handed out again.
 *
 * <p>Safe for many threads. What it holds in memory does not grow with the number of objects. Every method throws
 * {@link StoreException} if the database does not do its part; whether the transaction then took place is all or nothing.
 */
public final class JdbcStore implements WritebackStore {

    private final Database database;
    private final Intake intake;
    private final WorkQueue work;
    private final Records records;

    private JdbcStore(Database database) {
        this.database = database;
        this.intake = new JdbcIntake(database);
        this.work = new JdbcWork(database);
        this.records = new JdbcRecords(database);
    }

    /**
     * Opens the store in this database.
     *
     * @param source gives connections of a user who may create tables; H2 from version 2.3 on. It stays the host's, who
     *     closes it, if it must be closed, after the store
     * @throws StoreException if the database cannot be reached, is in use by another process or holds the tables of a
     *     newer version; the message says which and what to do
     */
    public static JdbcStore open(DataSource source) {
        Database database = new Database(source);
        try {
            database.write("be opened", session -> {
                Schema.migrate(session.connection());
                return session.update(Lane.FREE_ALL);
            });
            return new JdbcStore(database);
        } catch (RuntimeException failure) {
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

    /** Ends its connection. Whatever is in a worker's hands is handed out again when the store is next opened. */
    @Override
    public void close() {
        database.close();
    }
}
