package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** In what the databases differ. */
enum Dialect {
    /** In a file or in memory, for one process. */
    H2("BLOB", "varbinary", "STRINGTOUTF8", ")", "NEXT VALUE FOR writeback_number", "SYSTEM_RANGE(1, ?)"),

    /** A server that nodes share. */
    POSTGRESQL(
            "BYTEA",
            "bytea",
            "convert_to",
            ", 'UTF8')",
            "nextval('writeback_number')",
            "generate_series(1, ?::bigint)");

    private final String bytes;
    private final String bytesInArrays;
    private final String toUtf8;
    private final String endOfUtf8;

    /** The next number of all, as a part of a statement. */
    final String nextNumber;

    /** So many numbers, one for each row. */
    final String draw;

    Dialect(String bytes, String bytesInArrays, String toUtf8, String endOfUtf8, String nextNumber, String numbers) {
        this.bytes = bytes;
        this.bytesInArrays = bytesInArrays;
        this.toUtf8 = toUtf8;
        this.endOfUtf8 = endOfUtf8;
        this.nextNumber = nextNumber;
        this.draw = "SELECT " + nextNumber + " FROM " + numbers;
    }

    static Dialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return switch (name) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new StoreException("the store cannot be kept in %s; it knows H2 and PostgreSQL".formatted(name));
        };
    }

    /** Whether several processes may use the store at once. */
    boolean isShared() {
        return this == POSTGRESQL;
    }

    /** What arrays of bytes are made of. */
    String bytes() {
        return bytesInArrays;
    }

    /** Locks what is selected until the transaction ends, and leaves out what others have locked. */
    String skippingLocked() {
        return isShared() ? " FOR UPDATE SKIP LOCKED" : "";
    }

    /** Locks what is selected until the transaction ends; one process alone needs no locks but its own. */
    String locked() {
        return isShared() ? " FOR UPDATE" : "";
    }

    /** A statement of the schema in the words of this database; empty where it does not need it. */
    String spelled(String sql) {
        if (sql.startsWith("{SHARED}") && !isShared()) {
            return "";
        }
        return sql.replace("{SHARED}", "")
                .replace("{BYTES}", bytes)
                .replace("{CACHE}", isShared() ? "CACHE 1" : "CACHE 1000")
                .replace("{UTF8}(", toUtf8 + "(")
                .replace("{END UTF8}", endOfUtf8)
                .replace("{WHERE FREE}", isShared() ? "WHERE holder IS NULL AND lane <> 0" : "")
                .replace("{WHERE HELD}", "WHERE holder IS NOT NULL")
                .strip();
    }

    /**
     * Makes a new connection ready. H2 does not keep all settings when it has closed a database by itself and opens it
     * again, so they are set each time: a commit is on the disk when it returns, and values stay in their rows.
     */
    void prepare(Connection connection, Duration lease) throws SQLException {
        if (isShared()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        try (Statement statement = connection.createStatement()) {
            if (isShared()) {
                // A process that stands still in the middle of a transaction must not keep its locks.
                statement.execute("SET idle_in_transaction_session_timeout = %d".formatted(lease.toMillis()));
                // Where a server answers before a commit is on its disk, it would forget what was announced.
                statement.execute("SELECT set_config('synchronous_commit', 'on', false)"
                        + " WHERE current_setting('synchronous_commit') = 'off'");
            } else {
                statement.execute("SET WRITE_DELAY 0");
                statement.execute("SET MAX_LENGTH_INPLACE_LOB 1000000");
            }
        }
    }
}
