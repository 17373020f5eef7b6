package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a PostgreSQL database, which several agents share. */
class ServerStoreTest {

    private static EmbeddedPostgres server;
    private static int databases;

    @TempDir
    Path folder;

    private People people;
    private AgentFolder agent;
    private String database;

    @BeforeAll
    static void start_server() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop_server() throws IOException {
        server.close();
    }

    @BeforeEach
    void start() throws SQLException {
        database = "agent" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        people = People.start(2);
        agent = AgentFolder.of(folder, people.directory())
                .write("database.txt", "any\n")
                .configure(json -> json.putObject("store")
                        .put("type", "jdbc")
                        .put("url", "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database))
                        .put("user", "postgres")
                        .put("passwordFile", "database.txt"))
                .feed(line(0, 1, "\"x\""));
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void a_held_run_is_decided_by_one_agent_while_another_goes_on_following() throws Exception {
        assertThat(agent.run("run").out()).contains("1 written");
        agent.configure(json -> json.putObject("limits").put("destructiveChanges", 0));
        append(line(0, 2, "null"));
        Process process = agent.start("run", "--follow");
        try {
            patiently().until(() -> agent.read("err").contains("The run is held"));
            append(line(1, 1, "\"y\""));

            Launch status = agent.run("status");
            assertThat(status.exitCode()).isEqualTo(3);
            assertThat(status.out()).startsWith("HELD run ").contains("  - extensionAttribute1: x   # ");
            assertThat(agent.run("approve").exitCode()).isZero();

            patiently().until(() -> people.user(1).value("extensionAttribute1").isPresent());
            assertThat(people.user(0).value("extensionAttribute1")).isEmpty();
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(agent.read("err")).containsOnlyOnce("The run is held");
        assertThat(agent.run("status").exitCode()).isZero();
    }

    @Test
    void a_database_without_a_store_is_not_filled_by_looking_at_it() throws SQLException {
        Launch status = agent.run("status");

        assertThat(status)
                .isEqualTo(new Launch(
                        2,
                        "",
                        "%s: store.url: there is no store in jdbc:postgresql://localhost:%d/%s; correct the URL, or make one with run or plan\n"
                                .formatted(agent.path("agent.json"), server.getPort(), database)));
        assertThat(tables()).isZero();
        assertThat(agent.run("plan").exitCode()).isZero();
        assertThat(agent.run("status").exitCode()).isZero();
    }

    @Test
    void a_server_that_does_not_answer_or_has_no_such_database_is_one_line() {
        agent.configure(json -> ((ObjectNode) json.get("store")).put("url", "jdbc:postgresql://localhost:1/x"));
        for (String command : new String[] {"run", "status"}) {
            Launch launch = agent.run(command);
            assertThat(launch.exitCode()).isEqualTo(4);
            assertThat(launch.err())
                    .hasLineCount(1)
                    .startsWith("%s: store.url: jdbc:postgresql://localhost:1/x: ".formatted(agent.path("agent.json")))
                    .contains("the database is gone or cannot be reached");
        }
    }

    private int tables() throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'writeback%'")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void append(String line) throws IOException {
        Files.writeString(agent.path("feed/01.jsonl"), line + "\n", StandardOpenOption.APPEND);
    }

    private String line(int user, int version, String value) {
        return Lines.of("object" + user, people.user(user), "\"CustomAttribute1\":" + value)
                .replaceFirst("\"version\":\\d+", "\"version\":" + version);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
