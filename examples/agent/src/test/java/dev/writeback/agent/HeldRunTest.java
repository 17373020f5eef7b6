package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that would destroy too much, and what an administrator does about it. Each launch opens the store anew. */
class HeldRunTest {

    @TempDir
    Path folder;

    private People people;
    private InMemoryActiveDirectory directory;
    private AgentFolder agent;
    private long written;

    @BeforeEach
    void hold() {
        people = People.start(3);
        directory = people.directory();
        agent = AgentFolder.of(folder, directory)
                .configure(json -> json.putObject("store").put("type", "jdbc"))
                .feed(line(0, 1, "\"x\""), line(1, 1, "\"x\""), line(2, 1, "\"x\""));
        assertThat(agent.run("run").out()).contains("3 written");
        agent.configure(json -> json.putObject("limits").put("destructiveChanges", 0))
                .write("feed/02.jsonl", lines(line(0, 2, "null"), line(1, 2, "null"), line(2, 2, "null")));
        written = directory.counts().of(Operation.MODIFY);
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void it_writes_nothing_and_says_why_and_what_to_do_until_somebody_decides() {
        for (int i = 0; i < 2; i++) {
            Launch launch = agent.run("run");

            assertThat(launch.exitCode()).isEqualTo(3);
            assertThat(launch.err()).contains("held", "limits.destructiveChanges", "status", "approve", "reject");
            assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(written);
        }
    }

    @Test
    void status_shows_what_approve_would_do_while_the_directory_is_away() {
        String run = held();
        directory.stopListening();

        Launch launch = agent.run("status");

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).startsWith("HELD run " + run + " since 20");
        assertThat(launch.out().lines())
                .anyMatch(line -> line.endsWith(": 3 entries wait to be written, and 3 values would be lost"))
                .anyMatch(line -> line.startsWith("  approve writes exactly what is shown below; reject drops it"))
                .anyMatch(line -> line.startsWith("        3 held "))
                .contains("~ " + dn(0), "~ " + dn(1), "~ " + dn(2))
                .anyMatch(line -> line.startsWith("  - extensionAttribute1: x   # "));
    }

    @Test
    void programs_get_each_object_with_its_plan_and_the_whole() {
        String run = held();

        Launch launch = agent.run("status", "--json");

        assertThat(launch.exitCode()).isEqualTo(3);
        List<JsonNode> lines = launch.out().lines().map(AgentFolder::json).toList();
        assertThat(lines).hasSize(4);
        JsonNode object = lines.get(0);
        assertThat(object.get("type").asText()).isEqualTo("object");
        assertThat(object.get("id").asText()).isEqualTo("object0");
        assertThat(object.get("dn").asText()).isEqualTo(dn(0));
        assertThat(object.get("state").asText()).isEqualTo("held");
        assertThat(object.at("/plan/object").asText()).isEqualTo("object0");
        JsonNode summary = lines.get(3);
        assertThat(summary.get("type").asText()).isEqualTo("summary");
        assertThat(summary.at("/objects/held").asInt()).isEqualTo(3);
        assertThat(summary.at("/objects/pending").asInt()).isZero();
        assertThat(summary.at("/held/0/cycleId").asText()).isEqualTo(run);
        assertThat(summary.at("/held/0/state").asText()).isEqualTo("held");
        assertThat(summary.at("/held/0/problem/errorCode").asText()).isNotEmpty();
        assertThat(summary.at("/undelivered").isInt()).isTrue();
    }

    @Test
    void approve_writes_exactly_that_and_runs_go_on() {
        held();
        int statuses = agent.statuses().size();

        Launch launch = agent.run("approve");

        assertThat(launch.err()).isEmpty();
        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out().lines()).contains("~ " + dn(0), "~ " + dn(1), "~ " + dn(2));
        assertThat(last(launch.out())).startsWith("approve ").contains(": 3 applied, 0 already applied, 0 refused");
        assertThat(values()).isEmpty();
        assertThat(agent.statuses()).hasSize(statuses + 3);
        assertThat(agent.run("status").exitCode()).isZero();
        assertThat(agent.run("run").out()).contains("0 read, 0 written, 0 unchanged, 0 failed");
    }

    @Test
    void approve_refuses_and_names_an_entry_that_was_changed_since() {
        held();
        people.edit(1, "extensionAttribute1", "theirs");

        Launch launch = agent.run("approve", "--json");

        assertThat(launch.exitCode()).isEqualTo(1);
        List<JsonNode> lines = launch.out().lines().map(AgentFolder::json).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines)
                .filteredOn(line -> line.path("result").asText().equals("refused"))
                .hasSize(1)
                .allMatch(line -> line.get("object").asText().equals("object1"));
        assertThat(lines.get(3).at("/counts/applied").asInt()).isEqualTo(2);
        assertThat(values()).containsExactly("theirs");
    }

    @Test
    void reject_drops_it_until_something_changes_or_a_reconcile() {
        held();

        Launch launch = agent.run("reject");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.err()).isEmpty();
        assertThat(launch.out())
                .startsWith("reject ")
                .contains(": 3 objects are not written; they wait for their next change or a reconcile");
        assertThat(agent.run("status").exitCode()).isZero();
        Launch run = agent.run("run");
        assertThat(run.exitCode()).isZero();
        assertThat(values()).containsExactly("x", "x", "x");
        agent.configure(json -> json.remove("limits"));
        assertThat(agent.run("run").out()).contains("0 written");
        assertThat(agent.run("reconcile").exitCode()).isZero();
        assertThat(values()).isEmpty();
    }

    @Test
    void without_a_run_that_is_held_there_is_nothing_to_decide() {
        for (String command : List.of("approve", "reject")) {
            Launch launch = agent.run(command);
            assertThat(launch.exitCode()).isZero();
            assertThat(launch.out() + launch.err())
                    .isEqualTo("no run is held, so there is nothing to " + command + "\n");
        }
        assertThat(AgentFolder.json(agent.run("reject", "--json").out())
                        .get("rejected")
                        .asInt())
                .isZero();
        assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(written);
    }

    @Test
    void following_ends_with_it_because_nobody_else_could_open_the_file_to_decide() {
        Launch launch = agent.run("run", "--follow");

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(agent.run("approve").exitCode()).isZero();
    }

    /** The id of a run that is held. */
    private String held() {
        Launch launch = agent.run("run", "--json");
        assertThat(launch.exitCode()).isEqualTo(3);
        return AgentFolder.json(launch.out()).get("cycleId").asText();
    }

    private List<String> values() {
        return IntStream.range(0, 3)
                .mapToObj(people::user)
                .flatMap(user -> user.value("extensionAttribute1").stream())
                .toList();
    }

    private String dn(int user) {
        return people.user(user).dn();
    }

    private String line(int user, int version, String value) {
        return Lines.of("object" + user, people.user(user), "\"CustomAttribute1\":" + value)
                .replaceFirst("\"version\":\\d+", "\"version\":" + version);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String last(String text) {
        return text.lines().reduce((first, last) -> last).orElse("");
    }
}
