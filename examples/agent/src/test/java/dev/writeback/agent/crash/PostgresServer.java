package dev.writeback.agent.crash;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A PostgreSQL server for several agents, which comes back on the same port with what it had committed. */
final class PostgresServer implements AutoCloseable {

    private static final String OTHERS = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()""";

    private final Path data;
    private EmbeddedPostgres server;
    private boolean running = true;

    private PostgresServer(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    static PostgresServer start(Path data) throws IOException {
        return new PostgresServer(data, started(data, Optional.empty()));
    }

    /** Where agents find it; the user is {@code postgres}, who needs no password. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Lets it crash: it writes nothing down any more, and recovers from its log when it is started again. */
    void crash() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        Signals.send("QUIT", Long.parseLong(Files.readAllLines(lock).get(0).trim()));
        await().until(() -> !Files.exists(lock));
        stop();
    }

    /** Stops it; whoever is connected is cut off. */
    void stop() throws IOException {
        server.close();
        running = false;
    }

    /** Starts it again after {@link #stop}. */
    void startAgain() throws IOException {
        server = started(data, Optional.of(server.getPort()));
        running = true;
    }

    /** Cuts all connections. */
    void cutConnections() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(OTHERS);
        }
    }

    @Override
    public void close() throws IOException {
        if (running) {
            stop();
        }
    }

    private static EmbeddedPostgres started(Path data, Optional<Integer> port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on");
        port.ifPresent(builder::setPort);
        return builder.start();
    }
}
