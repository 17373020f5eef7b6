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

    /** The newest; {@code schema-1.sql} and so on lead to it, one after the other. */
    static final int VERSION = 1;

    private Schema() {}

    /** Brings the tables up to date. Each step may be repeated, since not every database takes one back. */
    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isH2(connection)) {
                tune(statement);
            }
            statement.execute("CREATE TABLE IF NOT EXISTS writeback_schema (version INTEGER NOT NULL)");
            int version = version(statement);
            if (version > VERSION) {
                throw new StoreException(
                        ("the store was written by a newer version of this library (tables of version %d, this one"
                                        + " knows %d); use that version or a newer one")
                                .formatted(version, VERSION));
            }
            for (int step = version + 1; step <= VERSION; step++) {
                for (String sql : script(step)) {
                    statement.execute(sql);
                }
                statement.execute("DELETE FROM writeback_schema");
                statement.execute("INSERT INTO writeback_schema (version) VALUES (%d)".formatted(step));
            }
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** A commit is on the disk when it returns, and what fits into a page of a row stays with its row. */
    private static void tune(Statement statement) throws SQLException {
        statement.execute("SET WRITE_DELAY 0");
        statement.execute("SET MAX_LENGTH_INPLACE_LOB 65536");
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT MAX(version) FROM writeback_schema")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String[] script(int step) {
        try (InputStream file = Schema.class.getResourceAsStream("schema-%d.sql".formatted(step))) {
            if (file == null) {
                throw new IllegalStateException("the step to version %d of the tables is missing".formatted(step));
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
