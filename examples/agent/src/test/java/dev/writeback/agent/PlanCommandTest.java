package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFReader;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.MailboxUser;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    @TempDir
    Path folder;

    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        directory = InMemoryActiveDirectory.builder().users(2).start();
        directory.add(MailboxUser.of("ada", "corp.example")
                .with("extensionAttribute1", "old")
                .with("extensionAttribute2", "<gone> & forgotten"));
        agent = AgentFolder.of(folder, directory);
        agent.feed(
                Lines.of(
                        "a",
                        directory.entry(dn("ada")).orElseThrow(),
                        "\"CustomAttribute1\":\"Ünlü \\u001b[31m\",\"CustomAttribute2\":null,\"CustomAttribute3\":\"%s\""
                                .formatted("long ".repeat(30))),
                Lines.of("b", "q83vEjRWeJCrze8SNFZ4kA==", "\"CustomAttribute1\":\"x\""),
                "{\"id\":\"c\",\"attributes\":{\"IsExchangeCloudManaged\":false}}");
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void a_plan_reads_like_a_diff_and_writes_nothing() {
        Launch launch = agent.run("plan");

        assertThat(launch.exitCode()).isEqualTo(1);
        assertThat(launch.out().lines())
                .startsWith(
                        "~ " + dn("ada"),
                        "  - extensionAttribute1: old",
                        "  + extensionAttribute1: Ünlü \\u001b[31m   # First contact: CustomAttribute1 is the authority for it.",
                        "  - extensionAttribute2: <gone> & forgotten   # First contact: CustomAttribute2 is the authority for it.")
                .contains("= c   # NotCloudManaged: IsExchangeCloudManaged is not stated as true,"
                        + " so the directory is the master of its attributes.")
                .anyMatch(line -> line.startsWith("! b   # No entry below the base DN has the immutable id"));
        assertThat(launch.out().lines().reduce((first, last) -> last).orElse(""))
                .startsWith("plan: 3 read, 1 to write, 0 unchanged, 1 skipped (NotCloudManaged 1), 1 failed in ");
        assertThat(directory.counts().of(Operation.MODIFY)).isZero();
        assertThat(agent.path("status.jsonl")).doesNotExist();
    }

    @Test
    void a_plan_in_ldif_does_by_itself_what_a_run_would_do() throws Exception {
        Launch launch = agent.run("plan", "--out", agent.path("p.ldif").toString());

        assertThat(launch.out()).hasLineCount(1).contains("; saved in " + agent.path("p.ldif"));
        assertThat(agent.read("p.ldif").lines()).allMatch(line -> line.length() <= 76);
        try (LDAPConnection connection = directory.connect();
                LDIFReader ldif = new LDIFReader(agent.path("p.ldif").toFile())) {
            LDIFChangeRecord record = ldif.readChangeRecord();
            record.processChange(connection);
            assertThat(ldif.readChangeRecord()).isNull();
        }
        assertThat(directory.entry(dn("ada")).orElseThrow().value("extensionAttribute1"))
                .contains("Ünlü \u001b[31m");
        assertThat(agent.run("run").out()).contains("3 read, 0 written, 1 unchanged");
    }

    @Test
    void a_plan_in_json_is_the_same_in_a_file_and_on_stdout() {
        agent.run("plan", "--out", agent.path("p.json").toString());
        Launch launch = agent.run("plan", "--json");

        assertThat(timeless(launch.out())).isEqualTo(timeless(agent.read("p.json")));
        JsonNode plans = AgentFolder.json(launch.out()).get("plans");
        assertThat(plans).hasSize(3);
        assertThat(plans.at("/0/entry/dn").asText()).isEqualTo(dn("ada"));
        assertThat(launch.err()).contains("plan: 3 read, 1 to write");
    }

    @Test
    void a_plan_in_html_stands_by_itself_and_shows_values_as_text() {
        agent.run("plan", "--out", agent.path("p.html").toString());

        assertThat(agent.read("p.html"))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("<del>&lt;gone&gt; &amp; forgotten</del>")
                .contains(dn("ada"))
                .doesNotContain("<script", "http://", "https://", "\u001b");
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        Launch launch = agent.run("plan", "--out", agent.path("nowhere/p.html").toString());

        assertThat(launch.err())
                .isEqualTo(agent.path("nowhere/p.html")
                        + " cannot be written; name a file in a folder that exists and has room\n");
        assertThat(launch.exitCode()).isEqualTo(2);
    }

    @Test
    void a_run_that_would_be_held_is_foretold() {
        agent.configure(json -> json.putObject("limits").put("destructiveChanges", 0));

        assertThat(agent.run("plan").err()).contains("limits.destructiveChanges");
    }

    @Test
    void quiet_leaves_the_diff_out() {
        assertThat(agent.run("plan", "--quiet").out()).isEmpty();
    }

    /** Each plan reads the feed anew, and a line that does not say when it was said counts from then. */
    private static String timeless(String document) {
        return document.replaceAll("\"(since|seal)\":\"[^\"]*\"", "");
    }

    private String dn(String name) {
        return "CN=" + name + ",OU=People," + directory.baseDn();
    }
}
