package dev.writeback.benchmarks;

import dev.writeback.engine.Writeback;
import dev.writeback.jdbc.JdbcStore;
import dev.writeback.spi.WritebackStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Empty stores of each kind, which are taken away at the end. */
final class Stores implements AutoCloseable {

    /** Where a store keeps things. */
    enum Kind {
        MEMORY("memory"),
        H2("H2 file"),
        POSTGRESQL("PostgreSQL");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final Path folder = Files.createTempDirectory("writeback-stores");
    private @Nullable EmbeddedPostgres server;
    private int number;

    Stores() throws IOException {}

    /** One that nothing is in. */
    WritebackStore empty(Kind kind) throws Exception {
        number++;
        return switch (kind) {
            case MEMORY -> Writeback.memoryStore();
            case H2 -> JdbcStore.open(h2(folder.resolve("store" + number)));
            case POSTGRESQL -> JdbcStore.open(postgres("store" + number));
        };
    }

    static JdbcDataSource h2(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE");
        return source;
    }

    private PGSimpleDataSource postgres(String database) throws Exception {
        if (server == null) {
            server = EmbeddedPostgres.builder().start();
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.getJdbcUrl("postgres", database));
        return source;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
