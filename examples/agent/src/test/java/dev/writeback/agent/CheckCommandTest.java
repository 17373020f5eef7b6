package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import dev.writeback.testkit.directory.Rights;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String READER = "CN=reader,OU=Service,DC=corp,DC=example";

    @TempDir
    Path folder;

    private People people;
    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        people = People.start(2, InMemoryActiveDirectory.builder().account(READER, "pw", Rights.readOnly()));
        directory = people.directory();
        agent = AgentFolder.of(folder, directory);
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void everything_that_is_right_is_a_line_each() {
        Launch launch = agent.run("check");

        assertThat(launch.exitCode()).as(launch.out()).isZero();
        assertThat(launch.out().lines())
                .allMatch(line -> line.startsWith("ok ") || line.startsWith("warning "))
                .anyMatch(line -> line.startsWith("ok          feed      The feed "))
                .anyMatch(line ->
                        line.startsWith("ok          profile   The profile 'exchange-online' writes 24 attributes."))
                .anyMatch(line -> line.startsWith("ok          sign-in   "));
        assertThat(directory.counts().of(Operation.MODIFY)).isZero();
    }

    @Test
    void findings_are_there_for_programs_too() {
        JsonNode findings = AgentFolder.json(agent.run("check", "--json").out());

        assertThat(findings.at("/0/topic").asText()).isEqualTo("feed");
        assertThat(findings.at("/0/level").asText()).isEqualTo("ok");
    }

    @Test
    void an_account_that_may_not_write_is_an_error() {
        agent.write("secret.txt", "pw")
                .configureDirectory(json -> json.withObject("/bind").put("dn", READER));

        Launch launch = agent.run("check", "--quiet");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.out()).contains("error       rights").doesNotContain("ok  ");
    }

    @Test
    void a_wrong_password_cannot_be_got_around() {
        agent.write("secret.txt", "wrong");

        Launch launch = agent.run("check");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.out()).contains("error       sign-in").contains("refuses the sign-in of");
    }

    @Test
    void a_server_that_does_not_listen_and_a_feed_that_is_not_there_are_unreachable() {
        directory.stopListening();
        agent.configure(json -> json.withObject("/source").put("path", "nowhere"));

        Launch launch = agent.run("check");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.out())
                .contains("unreachable feed      The feed " + agent.path("nowhere") + " does not exist.")
                .contains("unreachable reach     The server 127.0.0.1:" + directory.ldapsPort() + " cannot be reached");
    }

    @Test
    void malformed_lines_at_the_beginning_of_the_feed_are_a_warning() {
        agent.feed("oops");

        Launch launch = agent.run("check");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out())
                .contains("changes in its first lines: 0, malformed: 1, the first at 01.jsonl:1:1: this is not JSON");
        assertThat(agent.path("status.rejected.jsonl")).doesNotExist();
    }
}
