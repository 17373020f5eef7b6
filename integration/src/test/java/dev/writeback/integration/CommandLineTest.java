package dev.writeback.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.writeback.integration.AdLab.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in the configuration and on the command line: exit code 2, and one line that says how to mend them. */
@Tag("ad")
class CommandLineTest {

    private final AdLab lab = AdLab.running();

    private AgentFolder folder;

    @BeforeEach
    void configure(@TempDir Path dir) {
        folder = AgentFolder.create(dir, lab, Account.LEAST, lab.peopleDn()).feed("feed.jsonl", List.of());
    }

    @Test
    void an_unknown_key_is_named_with_the_nearest_known_one() throws InterruptedException {
        folder.configure("limit", Map.of("destructiveChanges", 1));

        assertThat(refused("run")).contains("limit", "limits");
    }

    @Test
    void an_unknown_key_further_in_is_named_with_the_nearest_known_one() throws InterruptedException {
        folder.configureDirectory("tls", Map.of("caFiel", "ca.pem"));

        assertThat(refused("run")).contains("caFiel", "caFile", "directories");
    }

    @Test
    void a_password_in_the_file_is_refused_and_not_shown() throws InterruptedException {
        folder.configureDirectory(
                "bind",
                Map.of("method", "simple", "dn", lab.dn(Account.LEAST), "password", lab.password(Account.LEAST)));

        assertThat(refused("run")).contains("password", "passwordFile").doesNotContain(lab.password(Account.LEAST));
    }

    @Test
    void an_attribute_that_nobody_knows_is_refused_in_a_profile() throws InterruptedException {
        folder.write("own.json", """
                {"name": "own", "extends": "exchange-online",
                 "rules": [{"target": "extensionAtribute5", "source": "CustomAttribute5"}]}
                """);
        folder.configure("profile", "own.json");

        assertThat(refused("run")).contains("profile", "rules[0]", "extensionAtribute5", "extensionAttribute5");
    }

    @Test
    void a_profile_that_is_missing_is_named() throws InterruptedException {
        folder.configure("profile", "exchange-onlime");

        assertThat(refused("run")).contains("exchange-onlime", "exchange-online");
    }

    @Test
    void a_value_of_the_wrong_type_is_named_with_what_would_be_right() throws InterruptedException {
        folder.configure("limits", Map.of("destructiveChanges", "many"));

        assertThat(refused("run")).contains("limits.destructiveChanges").containsIgnoringCase("number");
    }

    @Test
    void a_configuration_that_is_no_json_is_named_with_its_place() throws InterruptedException {
        folder.write(AgentFolder.CONFIG, "{\"source\": }");

        assertThat(refused("run")).containsPattern("agent\\.json:1:\\d+");
    }

    @Test
    void a_configuration_that_is_missing_is_named(@TempDir Path empty) throws InterruptedException {
        try (Agent agent = Agent.start(empty, List.of("--config", "missing.json", "run"))) {
            assertThat(agent.await().exitsWith(2).stderr()).contains("missing.json");
        }
    }

    @Test
    void without_being_told_it_looks_for_agent_json_and_says_so(@TempDir Path empty) throws InterruptedException {
        try (Agent agent = Agent.start(empty, List.of("run"))) {
            assertThat(agent.await().exitsWith(2).stderr()).contains("agent.json", "--config");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "retry", "approve", "reject"})
    void a_command_about_what_earlier_runs_left_says_that_a_store_in_memory_has_nothing_of_it(String command)
            throws InterruptedException {
        assertThat(folder.run(command).exitsWith(2).stderr()).contains("a store in memory", "\"type\": \"jdbc\"");
    }

    @Test
    void a_command_that_there_is_none_of_is_refused() throws InterruptedException {
        assertThat(folder.run("rum").exitsWith(2).stderr()).contains("rum", "run");
    }

    @Test
    void help_names_every_command_and_version_the_version() throws InterruptedException {
        assertThat(folder.run("--help").exitsWith(0).stdout())
                .contains("check", "plan", "run", "provision", "reconcile", "explain", "--config", "--json");
        assertThat(folder.run("--version").exitsWith(0).stdout()).containsPattern("\\d+\\.\\d+");
    }

    @Test
    void a_run_over_an_empty_feed_is_done_at_once() throws InterruptedException {
        folder.run("run").exitsWith(0);

        assertThat(folder.takeStatuses()).isEmpty();
    }

    @Test
    void asked_for_json_standard_output_holds_nothing_else() throws LDAPException, InterruptedException {
        try (TestOu ou = TestOu.create(lab, lab.peopleDn(), "CommandLineTest", 2)) {
            folder.feed("feed.jsonl", List.of(FeedLine.of(ou.user(0), 1).states("CustomAttribute1", "x"), "{broken"));

            Agent.Result result = folder.run("--json", "run").exitsWith(1);

            assertThat(Json.object(result.stdout()).getFields()).isNotEmpty();
            assertThat(result.stderr()).contains("feed.jsonl:2:");
        }
    }

    /** What it prints about a mistake: one line on standard error, nothing on standard output. */
    private String refused(String command) throws InterruptedException {
        Agent.Result result = folder.run(command).exitsWith(2);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr().strip().lines()).as("%s", result).hasSize(1);
        return result.stderr();
    }
}
