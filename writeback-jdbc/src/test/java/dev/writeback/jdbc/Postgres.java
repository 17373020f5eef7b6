package dev.writeback.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server for all tests of a process, which sorts as the Turks do; each test gets a schema of its own. */
final class Postgres {

    private static final Postgres SHARED = started();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    private static Postgres started() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "tr-TR")
                    .setServerConfig("max_connections", "100")
                    .start();
            return new Postgres(server);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Where an empty schema is. */
    static String emptySchema() {
        String schema = "test" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(SHARED.url("public"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return SHARED.url(schema);
    }

    private String url(String schema) {
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    /** A database in an empty schema. */
    static Databases empty() {
        return Databases.of(emptySchema());
    }
}
