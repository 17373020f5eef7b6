package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionCommandTest {

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
                .feed(
                        Lines.of("a", people.user(0), "\"CustomAttribute1\":\"x\""),
                        Lines.of("b", people.user(1), "\"CustomAttribute1\":\"y\""));
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void one_object_is_written_with_every_step_shown() {
        Launch launch = agent.run("provision", "a");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out().lines())
                .anyMatch(line -> line.startsWith("import              success"))
                .anyMatch(line -> line.startsWith("matching            success")
                        && line.contains(people.user(0).dn()))
                .anyMatch(line -> line.startsWith("export              success"))
                .contains("  + extensionAttribute1: x   # First contact: CustomAttribute1 is the authority for it.")
                .endsWith("a: success");
        assertThat(people.user(0).value("extensionAttribute1")).contains("x");
        assertThat(people.user(1).value("extensionAttribute1")).isEmpty();
        assertThat(agent.statuses()).hasSize(1);
    }

    @Test
    void a_dry_run_shows_the_same_and_writes_nothing() {
        Launch launch = agent.run("provision", "a", "--dry-run");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out()).contains("export              skipped").contains("  + extensionAttribute1: x");
        assertThat(people.user(0).value("extensionAttribute1")).isEmpty();
        assertThat(agent.statuses()).isEmpty();
    }

    @Test
    void an_object_that_the_feed_does_not_know_is_told() {
        Launch launch = agent.run("provision", "zz");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err()).contains("The source has said nothing about object zz");
    }

    @Test
    void an_id_that_is_none_is_a_slip() {
        Launch launch = agent.run("provision", " ");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).isEqualTo("the ID is not one; it has 1 to 256 characters and no control characters\n");
    }

    @Test
    void programs_get_steps_and_plan() {
        JsonNode report = AgentFolder.json(agent.run("provision", "a", "--json").out());

        assertThat(report.get("result").asText()).isEqualTo("success");
        assertThat(report.at("/steps/0/provisioningStepType").asText()).isEqualTo("import");
        assertThat(report.at("/plan/entry/dn").asText())
                .isEqualTo(people.user(0).dn());
        assertThat(report.get("problem").isNull()).isTrue();
    }
}
