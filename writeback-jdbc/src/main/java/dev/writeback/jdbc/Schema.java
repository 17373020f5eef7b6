package dev.writeback.jdbc;

import dev.writeback.spi.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, as this version of the library wants them. */
final class Schema {

    /** The newest. */
    static final int VERSION = 2;

    private Schema() {}

    /** Brings the tables up to date; one node after the other where several begin at once. */
    static void migrate(Session session, Dialect dialect) throws SQLException {
        Connection connection = session.connection();
        try (Statement statement = connection.createStatement()) {
            dialect.tune(statement);
            if (dialect.isShared()) {
                statement.execute("SELECT pg_advisory_xact_lock(hashtext('writeback schema'))");
            }
            statement.execute("CREATE TABLE IF NOT EXISTS writeback_schema (version INTEGER NOT NULL)");
            int version = version(statement);
            if (version > VERSION) {
                throw new StoreException(
                        ("the store was written by a newer version of this library (tables of version %d, this one"
                                        + " knows %d); use that version or a newer one")
                                .formatted(version, VERSION));
            }
            if (version < VERSION) {
                make(session, dialect, statement, version);
            }
        }
    }

    private static void make(Session session, Dialect dialect, Statement statement, int version) throws SQLException {
        run(statement, dialect, "schema-2.sql");
        if (version == 1) {
            run(statement, dialect, "from-1.sql");
            FromVersion1.move(session);
        }
        statement.execute("DELETE FROM writeback_schema");
        statement.execute("INSERT INTO writeback_schema (version) VALUES (%d)".formatted(VERSION));
        for (String table : FromVersion1.TABLES) {
            statement.execute("DROP TABLE IF EXISTS " + table);
        }
    }

    private static void run(Statement statement, Dialect dialect, String script) throws SQLException {
        for (String sql : statements(script)) {
            String spelled = dialect.spelled(sql);
            if (!spelled.isEmpty()) {
                statement.execute(spelled);
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT MAX(version) FROM writeback_schema")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String[] statements(String script) {
        try (InputStream file = Schema.class.getResourceAsStream(script)) {
            if (file == null) {
                throw new IllegalStateException("the script %s for the tables is missing".formatted(script));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .strip()
                    .split(";\\s*");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
