package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.MailboxUser;
import dev.writeback.testkit.directory.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that follows, as a process of its own, which is the only way to send it a signal. */
class FollowTest {

    @TempDir
    Path folder;

    private People people;
    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeAll
    static void be_patient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void start() {
        people = People.start(2);
        directory = people.directory();
        agent = AgentFolder.of(folder, directory).feed(Lines.of("a", people.user(0), "\"CustomAttribute1\":\"x\""));
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void a_growing_feed_is_followed_until_a_signal_and_then_the_exit_code_is_0() throws Exception {
        Process process = agent.start("run", "--follow", "--json");
        try {
            await().until(() -> people.user(0).value("extensionAttribute1").isPresent());
            Files.writeString(
                    agent.path("feed/01.jsonl"),
                    Lines.of("b", people.user(1), "\"CustomAttribute1\":\"y\"") + "\n",
                    StandardOpenOption.APPEND);
            await().until(() -> people.user(1).value("extensionAttribute1").isPresent());
            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(agent.statuses()).hasSize(2);
        assertThat(agent.read("out")
                        .lines()
                        .map(line ->
                                AgentFolder.json(line).at("/counts/written").asInt()))
                .containsExactly(1, 1);
        assertThat(agent.read("err").lines()).allMatch(line -> line.startsWith("run "));
    }

    @Test
    void a_directory_that_goes_away_meanwhile_is_told_once_and_waited_for() throws Exception {
        Process process = agent.start("run", "--follow");
        try {
            await().until(() -> people.user(0).value("extensionAttribute1").isPresent());
            await().until(() -> agent.read("out").contains("1 written"));
            directory.stopListening();
            Files.writeString(
                    agent.path("feed/01.jsonl"),
                    Lines.of("b", people.user(1), "\"CustomAttribute1\":\"y\"") + "\n",
                    StandardOpenOption.APPEND);
            await().until(() -> agent.read("err").contains("cannot be reached"));
            directory.startListening();
            await().until(() -> people.user(1).value("extensionAttribute1").isPresent());
            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(agent.read("err")).containsOnlyOnce("cannot be reached");
    }

    @Test
    void a_directory_that_cannot_be_reached_at_the_start_ends_it() {
        directory.stopListening();

        Launch launch = agent.run("run", "--follow");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err()).contains("cannot be reached");
    }

    @Test
    void a_run_that_is_held_ends_it() {
        people.edit(0, "extensionAttribute1", "old");
        agent.configure(json -> json.putObject("limits").put("destructiveChanges", 0))
                .feed(Lines.of("a", people.user(0), "\"CustomAttribute1\":null"));

        assertThat(agent.run("run", "--follow").exitCode()).isEqualTo(3);
    }

    @Test
    void a_second_start_on_the_same_file_is_refused_and_changes_nothing() throws Exception {
        durable();
        Process process = agent.start("run", "--follow");
        try {
            await().until(() -> people.user(0).value("extensionAttribute1").isPresent());

            for (String command : List.of("run", "status")) {
                Launch second = agent.run(command);
                assertThat(second.exitCode()).isEqualTo(4);
                assertThat(second.err())
                        .hasLineCount(1)
                        .contains(agent.path("state/writeback").toString(), "another process uses it; end that one");
            }
            append(Lines.of("b", people.user(1), "\"CustomAttribute1\":\"y\""));
            await().until(() -> people.user(1).value("extensionAttribute1").isPresent());
            end(process);
        } finally {
            process.destroyForcibly();
        }
        assertThat(agent.run("run").out()).contains("0 read, 0 written, 0 unchanged, 0 failed");
    }

    @Test
    void a_signal_in_the_middle_of_much_work_leaves_the_rest_to_the_next_start() throws Exception {
        durable();
        agent.configure(json -> json.putObject("limits").put("writesPerSecond", 40));
        String[] lines = new String[200];
        for (int i = 0; i < lines.length; i++) {
            people.directory().add(MailboxUser.of("many" + i, "corp.example"));
            lines[i] = Lines.of("many" + i, many(i), "\"CustomAttribute1\":\"x\"");
        }
        agent.feed(lines);
        Process process = agent.start("run", "--follow");
        try {
            await().until(() -> directory.counts().of(Operation.MODIFY) > 10);
            end(process);
        } finally {
            process.destroyForcibly();
        }
        long done = written(lines.length);
        assertThat(done).isBetween(10L, 199L).isEqualTo(agent.statuses().size());
        agent.configure(json -> json.remove("limits"));

        assertThat(agent.run("run").out()).contains("0 read, " + (lines.length - done) + " written");
        assertThat(written(lines.length)).isEqualTo(lines.length);
        assertThat(agent.statuses())
                .extracting(status -> status.at("/sourceIdentity/id").asText())
                .hasSize(lines.length)
                .doesNotHaveDuplicates();
    }

    private long written(int users) {
        return IntStream.range(0, users)
                .filter(i -> many(i).value("extensionAttribute1").isPresent())
                .count();
    }

    private EntrySnapshot many(int number) {
        return directory
                .entry("CN=many%d,OU=People,%s".formatted(number, directory.baseDn()))
                .orElseThrow();
    }

    private void durable() {
        agent.configure(json -> json.putObject("store").put("type", "jdbc"));
    }

    private void append(String line) throws IOException {
        Files.writeString(agent.path("feed/01.jsonl"), line + "\n", StandardOpenOption.APPEND);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
