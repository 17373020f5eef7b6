package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftCommandTest {

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
                .feed(
                        Lines.of("a", people.user(0), "\"CustomAttribute1\":\"x\""),
                        Lines.of("b", people.user(1), "\"CustomAttribute1\":\"y\""));
        assertThat(agent.run("run").exitCode()).isZero();
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void drift_is_shown_with_what_was_agreed_and_what_a_reconciliation_would_do_and_nothing_is_written() {
        people.edit(1, "extensionAttribute1", "by \u001b[31mhand");
        long writes = directory.counts().of(Operation.MODIFY);

        Launch launch = agent.run("drift");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.err()).isEmpty();
        assertThat(launch.out().lines().limit(6))
                .containsExactly(
                        "! " + people.user(1).dn(),
                        "  extensionAttribute1 # The directory changed it, the cloud did not; a reconciliation would bring the cloud's values back.",
                        "  - agreed:    y",
                        "  + directory: by \\u001b[31mhand",
                        "    cloud:     y",
                        "    reconcile: would write y");
        assertThat(launch.out()).contains("drift: 2 checked, 1 drifted in ");
        assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(writes);
        assertThat(agent.run("drift").out().lines().limit(6))
                .as("the same the next time")
                .containsExactlyElementsOf(launch.out().lines().limit(6).toList());
    }

    @Test
    void drift_in_json_is_a_document_of_plans() {
        people.edit(1, "extensionAttribute1", "by hand");

        JsonNode plans = AgentFolder.json(agent.run("drift", "--json").out()).get("plans");

        assertThat(plans).hasSize(1);
        assertThat(plans.at("/0/object").asText()).isEqualTo("b");
        assertThat(plans.at("/0/decisions").findValuesAsText("verdict")).contains("drift");
    }

    @Test
    void a_run_tells_drift_of_its_own_once_and_leaves_it() {
        people.edit(1, "extensionAttribute1", "by hand");

        assertThat(agent.run("run").out())
                .contains("0 read, 0 written, 1 unchanged, 0 failed, 1 with a warning, 1 drifted");
        assertThat(agent.run("run").out()).contains("0 read, 0 written, 0 unchanged, 0 failed in");

        JsonNode status = agent.statuses().get(2);
        assertThat(status.at("/provisioningStatusInfo/status").asText()).isEqualTo("warning");
        assertThat(status.findValuesAsText("Drift extensionAttribute1"))
                .allMatch(text -> text.startsWith("agreed [y], directory [by hand]: "))
                .hasSize(1);
        assertThat(people.user(1).value("extensionAttribute1")).contains("by hand");
    }

    @Test
    void a_rule_may_have_drift_repaired_or_accepted_by_a_run() {
        agent.write("profile.json", """
                        {"name":"own","extends":"exchange-online","rules":[
                          {"target":"extensionAttribute1","source":"CustomAttribute1","drift":"repair"},
                          {"target":"extensionAttribute2","source":"CustomAttribute2","drift":"accept"}]}""")
                .configure(json -> json.put("profile", "profile.json"))
                .feed(Lines.of("c", people.user(0), "\"CustomAttribute1\":\"x\",\"CustomAttribute2\":\"z\""));
        agent.run("run");
        people.edit(0, "extensionAttribute1", "by hand");
        people.edit(0, "extensionAttribute2", "by hand");

        assertThat(agent.run("run").out()).contains("1 written");

        assertThat(people.user(0).value("extensionAttribute1")).contains("x");
        assertThat(people.user(0).value("extensionAttribute2")).contains("by hand");
        assertThat(agent.run("drift").out()).contains(" 0 drifted");
        assertThat(agent.run("run").out()).contains("0 read, 0 written, 0 unchanged");
    }

    @Test
    void a_directory_that_cannot_be_reached_is_4() {
        directory.stopListening();

        Launch launch = agent.run("drift");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err()).contains("cannot be reached");
        assertThat(agent.run("drift", "--follow").exitCode()).isEqualTo(4);
    }

    @Test
    void a_store_in_memory_knows_of_no_earlier_run_and_says_so() {
        agent.configure(json -> json.putObject("store").put("type", "memory"));

        assertThat(agent.run("drift").out())
                .contains("0 checked, 0 drifted")
                .contains("nothing is known of earlier runs, and a store in memory forgets them");
    }

    @Test
    void a_roll_back_shows_what_the_cloud_would_lose() {
        people.edit(1, "extensionAttribute1", "by hand");

        Launch launch = agent.run("drift", "--rollback");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out().lines().limit(3))
                .containsExactly(
                        "~ b   # " + people.user(1).dn(),
                        "  - CustomAttribute1 (extensionAttribute1): y",
                        "  + CustomAttribute1 (extensionAttribute1): by hand");
        assertThat(launch.out()).contains("roll-back: 2 checked, 1 would change in the cloud, 0 without an entry");
        assertThat(agent.run("drift", "--rollback", "a").out().lines()).hasSize(1);
        JsonNode json =
                AgentFolder.json(agent.run("drift", "--rollback", "--json", "b").out());
        assertThat(json.at("/overwritten/0/cloud/0").asText()).isEqualTo("y");
        assertThat(json.at("/overwritten/0/directory/0").asText()).isEqualTo("by hand");
    }

    @Test
    void an_object_that_nobody_knows_is_named_by_a_roll_back() {
        Launch launch = agent.run("drift", "--rollback", "zz");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err()).contains("object zz is unknown, or the cloud does not manage it");
    }

    @Test
    void options_that_do_not_go_together_are_named() {
        assertThat(agent.run("drift", "--follow", "--rollback").err())
                .isEqualTo("--follow and --rollback do not go together; take one of them\n");
        assertThat(agent.run("drift", "a").err())
                .isEqualTo("an ID goes with --rollback only; a check for drift is about all objects\n");
        assertThat(agent.run("drift", "a").exitCode()).isEqualTo(2);
    }

    @Test
    void following_shows_drift_as_it_comes_until_a_signal() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Agent.class.getName()));
        command.addAll(List.of(agent.arguments("drift", "--follow")));
        Process process = new ProcessBuilder(command)
                .redirectOutput(agent.path("out").toFile())
                .redirectError(agent.path("err").toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> agent.read("out").contains("watching from now on"));
            people.edit(1, "extensionAttribute1", "by hand");
            await().atMost(Duration.ofSeconds(60)).until(() -> agent.read("out").contains("+ directory: by hand"));
            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(agent.read("out")).containsOnlyOnce(people.user(1).dn());
    }
}
