package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writeback.testkit.directory.EntrySnapshot;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String UNKNOWN_ENTRY = "q83vEjRWeJCrze8SNFZ4kA==";

    @TempDir
    Path folder;

    private People people;
    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        people = People.start(3);
        directory = people.directory();
        agent = AgentFolder.of(folder, directory);
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void a_run_writes_what_the_feed_states_and_a_second_run_writes_nothing() {
        agent.feed(
                line("a", 0, "\"CustomAttribute1\":\"R&D\",\"CustomAttribute2\":null"),
                line("b", 1, "\"CustomAttribute1\":\"Sales\""));

        Launch first = agent.run("run");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .matches("run [0-9a-f-]{36}: 2 read, 2 written, 0 unchanged, 0 failed in \\d+\\.\\d s\n");
        assertThat(people.user(0).value("extensionAttribute1")).contains("R&D");
        assertThat(people.user(1).value("extensionAttribute1")).contains("Sales");
        assertThat(agent.statuses())
                .hasSize(2)
                .allSatisfy(status -> assertThat(
                                status.at("/provisioningStatusInfo/status").asText())
                        .isEqualTo("success"))
                .allSatisfy(status -> assertThat(status.get("jobId").asText()).isEqualTo("corp"));

        long written = directory.counts().of(Operation.MODIFY);
        Launch second = agent.run("run");

        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("2 read, 0 written, 2 unchanged, 0 failed");
        assertThat(directory.counts().of(Operation.MODIFY)).isEqualTo(written);
        assertThat(agent.statuses()).hasSize(4);
        assertThat(skipReason(agent.statuses().get(3))).isEqualTo("RedundantExport");
    }

    @Test
    void a_malformed_line_is_told_counted_and_kept_aside_once_and_the_others_go_on() {
        String malformed = "{\"id\":\"x\",\"version\":1.5}";
        agent.feed(malformed, line("a", 0, "\"CustomAttribute1\":\"R&D\""));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err())
                .isEqualTo("malformed 01.jsonl:1:21: version is a number with a fraction or an exponent;"
                        + " it is a whole number that grows, for instance 17\n");
        assertThat(launch.out())
                .contains("1 read, 1 written, 0 unchanged, 1 failed, 1 of them malformed")
                .endsWith("what is malformed is kept in " + agent.path("status.rejected.jsonl") + "\n");
        assertThat(people.user(0).value("extensionAttribute1")).contains("R&D");
        JsonNode status = agent.statuses().get(0);
        assertThat(status.at("/sourceIdentity/id").asText()).isEqualTo("x");
        assertThat(status.at("/provisioningStatusInfo/errorInformation/errorCode")
                        .asText())
                .isEqualTo("MalformedChange");

        agent.run("run");

        List<JsonNode> kept = agent.read("status.rejected.jsonl")
                .lines()
                .map(AgentFolder::json)
                .toList();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("place").asText()).isEqualTo("01.jsonl:1:21");
        assertThat(kept.get(0).get("content").asText()).isEqualTo(malformed);
        assertThat(kept.get(0).get("id").asText()).isEqualTo("x");
    }

    @Test
    void without_a_status_file_the_rejected_lines_are_beside_the_configuration() {
        agent.configure(json -> json.remove("status")).feed("oops");

        assertThat(agent.run("run").exitCode()).isEqualTo(1);

        assertThat(agent.read("rejected.jsonl")).contains("01.jsonl:1:1");
        assertThat(agent.path("status.jsonl")).doesNotExist();
    }

    @Test
    void an_anchor_that_is_not_16_bytes_is_told() {
        agent.feed(Lines.of("a", "AQI=", "\"CustomAttribute1\":\"x\""));

        assertThat(agent.run("run").err())
                .isEqualTo("malformed 01.jsonl:1:47: anchor.immutableId:"
                        + " an immutable id is the base64 of 16 bytes, this decodes to 2\n");
    }

    @Test
    void an_entry_that_is_missing_is_told_and_the_others_go_on() {
        agent.feed(
                Lines.of("a", UNKNOWN_ENTRY, "\"CustomAttribute1\":\"x\""), line("b", 1, "\"CustomAttribute1\":\"y\""));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err())
                .isEqualTo(
                        "failed a: No entry below the base DN has the immutable id " + UNKNOWN_ENTRY
                                + ". Check that the entry exists, that it is below the base DN and that the account may read it.\n");
        assertThat(people.user(1).value("extensionAttribute1")).contains("y");
        assertThat(launch.out()).contains("2 read, 1 written, 0 unchanged, 1 failed");
    }

    @Test
    void two_entries_for_one_anchor_are_told_and_none_is_written() {
        EntrySnapshot one = people.user(0);
        directory.modify(
                "dn: " + people.user(1).dn(),
                "changetype: modify",
                "add: mS-DS-ConsistencyGuid",
                "mS-DS-ConsistencyGuid:: " + one.immutableId());
        agent.feed(line("a", 0, "\"CustomAttribute1\":\"x\""));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err()).startsWith("failed a: ").contains("immutable id " + one.immutableId());
        assertThat(people.user(0).value("extensionAttribute1")).isEmpty();
        assertThat(people.user(1).value("extensionAttribute1")).isEmpty();
        assertThat(agent.statuses()
                        .get(0)
                        .at("/provisioningStatusInfo/errorInformation/errorCode")
                        .asText())
                .isEqualTo("AmbiguousMatch");
    }

    @Test
    void values_that_cannot_be_written_are_told_and_the_other_attributes_are_written() {
        agent.feed(
                line("a", 0, "\"CustomAttribute1\":\"%s\",\"CustomAttribute2\":\"y\"".formatted("x".repeat(2000))),
                line("b", 1, "\"CustomAttribute1\":[\"x\",\"y\"]"));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.err())
                .contains("failed a " + people.user(0).dn() + ": a value of extensionAttribute1 is 2000 characters long"
                        + " (UTF-16 units); it may have at most 1024")
                .contains("failed b " + people.user(1).dn() + ": extensionAttribute1 takes one value,"
                        + " but CustomAttribute1 states several.")
                .doesNotContain("xxxx");
        assertThat(people.user(0).value("extensionAttribute1")).isEmpty();
        assertThat(people.user(0).value("extensionAttribute2")).contains("y");
    }

    @Test
    void an_attribute_that_nobody_knows_is_told_once_and_the_others_are_written() {
        agent.feed(
                line("a", 0, "\"CustomAtribute1\":\"x\",\"CustomAttribute2\":\"y\""),
                line("b", 1, "\"CustomAtribute1\":\"x\",\"CustomAttribute2\":\"y\""));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.err())
                .matches("warning [ab] CN=user[01],OU=People,DC=corp,DC=example: CustomAtribute1 is stated, but no rule"
                        + " takes it and nothing by that name is known \\(did you mean CustomAttribute1\\?\\)\\.\n");
        assertThat(people.user(0).value("extensionAttribute2")).contains("y");
    }

    @Test
    void a_wrong_password_is_told() {
        agent.write("secret.txt", "wrong").feed(line("a", 0, "\"CustomAttribute1\":\"x\""));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err())
                .startsWith("127.0.0.1:" + directory.ldapsPort() + " refuses the sign-in of " + directory.adminDn())
                .contains("password")
                .doesNotContain("wrong\n")
                .doesNotContain("\tat ");
        assertThat(people.user(0).value("extensionAttribute1")).isEmpty();
    }

    @Test
    void an_untrusted_certificate_is_told() {
        agent.configureDirectory(json -> json.remove("tls")).feed(line("a", 0, "\"CustomAttribute1\":\"x\""));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err())
                .startsWith("The certificate of 127.0.0.1:" + directory.ldapsPort()
                        + " is not from the authorities that the Java runtime trusts (no CA file is set)")
                .contains("tls.caFile");
    }

    @Test
    void a_server_that_cannot_be_reached_is_told() {
        agent.feed(line("a", 0, "\"CustomAttribute1\":\"x\""));
        directory.stopListening();

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err())
                .startsWith(
                        "The server 127.0.0.1:" + directory.ldapsPort() + " cannot be reached: nothing listens there.");
    }

    @Test
    void a_feed_that_is_not_there_is_told() {
        agent.configure(json -> json.withObject("/source").put("path", "nowhere"));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err())
                .isEqualTo("The feed %s does not exist. Create it, or correct its path.\n"
                        .formatted(agent.path("nowhere")));
    }

    @Test
    void a_run_that_would_destroy_too_much_is_held() {
        agent.configure(json -> json.putObject("limits").put("destructiveChanges", 0));
        people.edit(0, "extensionAttribute1", "old");
        agent.feed(line("a", 0, "\"CustomAttribute1\":null"));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err()).contains("The run is held").contains("limits.destructiveChanges");
        assertThat(people.user(0).value("extensionAttribute1")).contains("old");
    }

    @Test
    void statuses_that_cannot_be_written_are_no_secret() {
        agent.configure(json -> json.withObject("/status").put("path", "nowhere/status.jsonl"));

        Launch launch = agent.run("run");

        assertThat(launch.err())
                .isEqualTo("%s: status.path: %s cannot be written; its folder must exist and be writable\n"
                        .formatted(agent.path("agent.json"), agent.path("nowhere/status.jsonl")));
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void json_is_for_programs_and_stands_alone_on_stdout() {
        agent.feed("oops", line("a", 0, "\"CustomAttribute1\":\"x\""));

        Launch launch = agent.run("run", "--json");

        JsonNode report = AgentFolder.json(launch.out());
        assertThat(report.get("ending").asText()).isEqualTo("completed_with_failures");
        assertThat(report.at("/counts/written").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/malformed").asInt()).isEqualTo(1);
        assertThat(report.get("problem").isNull()).isTrue();
        assertThat(report.get("cycleId").asText())
                .isEqualTo(agent.statuses().get(0).get("cycleId").asText());
        assertThat(launch.err()).contains("malformed 01.jsonl:1:1").contains("1 read, 1 written");
    }

    @Test
    void quiet_prints_only_what_failed() {
        agent.feed("oops", line("a", 0, "\"CustomAttribute1\":\"x\""));

        Launch launch = agent.run("run", "--quiet");

        assertThat(launch.out()).isEmpty();
        assertThat(launch.err()).startsWith("malformed ").hasLineCount(1);
    }

    @Test
    void a_terminal_gets_colours_unless_they_are_not_wanted() {
        agent.feed("oops");

        assertThat(agent.run(Terminal.Kind.INTERACTIVE, "run").err()).contains("\u001b[31mmalformed\u001b[0m");
        assertThat(agent.run(Terminal.Kind.INTERACTIVE, "run", "--no-color").err())
                .doesNotContain("\u001b");
        assertThat(Launch.in(Terminal.Kind.INTERACTIVE, java.util.Map.of("NO_COLOR", "1"), agent.arguments("run"))
                        .err())
                .doesNotContain("\u001b");
    }

    @Test
    void what_comes_from_outside_cannot_play_with_the_terminal() {
        agent.feed(Lines.of("a\u202eb", UNKNOWN_ENTRY, "\"CustomAttribute1\":\"x\""));

        assertThat(agent.run("run").err()).contains("failed a\\u202eb: ");
    }

    @Test
    void reconcile_brings_back_what_the_cloud_states() {
        agent.feed(line("a", 0, "\"CustomAttribute1\":\"x\""));
        agent.run("run");
        people.edit(0, "extensionAttribute1", "drifted");

        Launch launch = agent.run("reconcile");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.out()).contains("1 read, 1 written");
        assertThat(people.user(0).value("extensionAttribute1")).contains("x");
    }

    @Test
    void a_file_for_rejected_lines_that_cannot_be_written_stops_the_intake() throws Exception {
        agent.feed("oops", line("a", 0, "\"CustomAttribute1\":\"x\""));
        Files.createDirectory(agent.path("status.rejected.jsonl"));

        Launch launch = agent.run("run");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.err())
                .contains("What cannot be read of the feed cannot be kept aside in "
                        + agent.path("status.rejected.jsonl"));
        assertThat(people.user(0).value("extensionAttribute1")).isEmpty();
    }

    private String line(String id, int user, String attributes) {
        return Lines.of(id, people.user(user), attributes);
    }

    private static String skipReason(JsonNode status) {
        for (JsonNode step : status.get("provisioningSteps")) {
            if (step.at("/details").has("SkipReason")) {
                return step.at("/details/SkipReason").asText();
            }
        }
        return "";
    }
}
