package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent with a store that outlives it. */
class StoreTest {

    @TempDir
    Path folder;

    private People people;
    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        people = People.start(2);
        directory = people.directory();
        agent = AgentFolder.of(folder, directory)
                .configure(json -> json.putObject("store").put("type", "jdbc").put("url", "jdbc:h2:./state/writeback"))
                .feed(line(0, 1, "x"), line(1, 1, "y"));
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void a_second_process_goes_on_where_the_first_one_ended() throws Exception {
        assertThat(process("run")).contains("2 read, 2 written");
        assertThat(agent.path("state/writeback.mv.db")).exists();
        assertThat(process("run")).contains("0 read, 0 written, 0 unchanged, 0 failed");
        agent.feed(line(0, 1, "x"), line(1, 1, "y"), line(0, 2, "x"), line(1, 2, "z"));
        assertThat(process("run")).contains("2 read, 1 written, 1 unchanged, 0 failed");
        assertThat(people.user(1).value("extensionAttribute1")).contains("z");
    }

    @Test
    void what_is_as_agreed_costs_no_look_into_the_directory() {
        assertThat(agent.run("run").out()).contains("2 read, 2 written");
        agent.feed(line(0, 1, "x"), line(1, 1, "y"), line(0, 2, "x"), line(1, 2, "y"));
        directory.stopListening();
        Launch second = agent.run("run");
        assertThat(second.err().lines()).hasSize(1).allMatch(line -> line.startsWith("drift was not looked for: "));
        assertThat(second.out()).contains("2 read, 0 written, 2 unchanged, 0 failed");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void a_preview_leaves_everything_to_the_next_run() {
        Launch plan = agent.run("plan");
        assertThat(plan.out()).contains("plan: 2 read, 2 to write");
        assertThat(agent.run("provision", "object0", "--dry-run").exitCode()).isZero();
        assertThat(agent.run("plan").out()).contains("2 to write");
        assertThat(agent.run("run").out()).contains("2 written, 0 unchanged, 0 failed");
    }

    @Test
    void a_preview_leaves_it_to_the_next_run_to_tell_what_could_not_be_read() {
        agent.feed("no JSON", line(0, 1, "x"));
        assertThat(agent.run("plan").err()).startsWith("malformed 01.jsonl:1:");
        assertThat(agent.statuses()).isEmpty();
        agent.run("run");
        assertThat(agent.statuses())
                .extracting(
                        status -> status.at("/provisioningStatusInfo/status").asText())
                .containsExactly("failure", "success");
    }

    @Test
    void what_failed_is_known_to_the_next_run() {
        agent.feed(line(0, 1, "x"), Lines.of("nobody", "q83vEjRWeJCrze8SNFZ4kA==", "\"CustomAttribute1\":\"x\""));
        assertThat(agent.run("run").exitCode()).isEqualTo(1);
        assertThat(agent.run("run").out()).contains("0 read, 0 written, 0 unchanged, 0 failed");
        assertThat(agent.run("reconcile").out()).contains("1 failed");
    }

    @Test
    void the_folder_of_the_store_is_nobody_elses() throws IOException {
        agent.run("run");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(agent.path("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() {
        agent.write("state", "a file");
        Launch launch = agent.run("run");
        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err())
                .isEqualTo("%s: store.url: the folder %s cannot be made; name one that this account may write to\n"
                        .formatted(agent.path("agent.json"), agent.path("state")));
    }

    @Test
    void a_file_that_is_no_database_is_named() {
        agent.write("state/writeback.mv.db", "not a database".repeat(1000));
        Launch launch = agent.run("run");
        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err())
                .startsWith("%s: store.url: %s: the store cannot be opened: its file"
                        .formatted(agent.path("agent.json"), agent.path("state/writeback")))
                .endsWith("\n")
                .doesNotContain("\n\n");
    }

    @Test
    void a_store_that_is_not_there_is_not_made_by_looking_at_it() {
        for (String[] command : new String[][] {
            {"status"},
            {"retry"},
            {"approve"},
            {"reject"},
            {"conflicts"},
            {"journal"},
            {"undo", "r"},
            {"undo", "r", "--dry-run"},
            {"decide", "object0", "mail", "cloud"}
        }) {
            assertThat(agent.run(command))
                    .as(command[0])
                    .isEqualTo(new Launch(
                            2,
                            "",
                            "%s: store.url: there is no store in %s; correct the URL, or make one with run or plan\n"
                                    .formatted(agent.path("agent.json"), agent.path("state/writeback"))));
        }
        assertThat(agent.path("state")).doesNotExist();
        assertThat(agent.run("plan").exitCode()).isZero();
        assertThat(agent.run("journal").exitCode()).isZero();
    }

    @Test
    void a_store_in_memory_has_nothing_to_look_at_or_to_decide() {
        agent.configure(json -> json.remove("store"));
        for (String[] command :
                new String[][] {{"status", "show"}, {"retry", "retry"}, {"approve", "approve"}, {"reject", "reject"}}) {
            assertThat(agent.run(command[0]))
                    .isEqualTo(new Launch(
                            2,
                            "",
                            ("%s: a store in memory forgets everything when its process ends, so there is nothing to %s;"
                                            + " say \"store\": {\"type\": \"jdbc\"} for one that remembers\n")
                                    .formatted(agent.path("agent.json"), command[1])));
        }
    }

    private String line(int user, int version, String value) {
        return Lines.of("object" + user, people.user(user), "\"CustomAttribute1\":\"" + value + "\"")
                .replaceFirst("\"version\":\\d+", "\"version\":" + version);
    }

    /** What a command prints that runs in a process of its own and ends as it should. */
    private String process(String command) throws Exception {
        Process process = agent.start(command);
        assertThat(process.waitFor()).as(agent.read("err")).isZero();
        return agent.read("out");
    }
}
