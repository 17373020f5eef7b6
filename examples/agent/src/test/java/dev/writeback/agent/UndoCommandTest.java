package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldif.LDIFReader;
import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.MailboxUser;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written, and taking it back. */
class UndoCommandTest {

    @TempDir
    Path folder;

    private InMemoryActiveDirectory directory;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        directory = InMemoryActiveDirectory.builder().users(2).start();
        agent = AgentFolder.of(folder, directory);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void a_run_that_the_store_does_not_know_is_one_sentence() {
        for (String[] command :
                new String[][] {{"undo", "r-1"}, {"undo", "r-1", "--dry-run"}, {"undo", "r-1", "--json"}}) {
            Launch launch = agent.run(command);
            assertThat(launch.exitCode()).isEqualTo(2);
            assertThat(launch.err())
                    .isEqualTo("run r-1 is not known to the store; a store of type memory forgets its runs when the"
                            + " process ends, so undo needs one that survives\n");
        }
        assertThat(directory.counts().of(Operation.MODIFY)).isZero();
    }

    @Test
    void undo_takes_a_run() {
        assertThat(agent.run("undo").exitCode()).isEqualTo(2);
    }

    @Test
    void an_empty_journal_is_shown_in_each_form() {
        assertThat(agent.run("journal").out()).isEqualTo("journal: 0 lines\n");
        assertThat(agent.run("journal", "--json").out())
                .isEqualTo("{\"format\":\"writeback-journal/1\",\"lines\":[\n]}\n");
        agent.run("journal", "--out", agent.path("j.ldif").toString());
        assertThat(agent.read("j.ldif")).isEqualTo("version: 1\n");
        Launch unknown = agent.run("journal", "--run", "r-1");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("The journal holds nothing of a run r-1.")
                .hasLineCount(1);
        Launch ending = agent.run("journal", "--out", "j.html");
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err()).isEqualTo("--out j.html has an unknown ending; end it in .ldif or .json\n");
    }

    @Test
    void another_process_shows_what_would_go_back_and_takes_it_back() {
        String dn = durable();
        agent.run("run");
        String run = agent.statuses().get(0).get("cycleId").asText();

        Launch preview = agent.run("undo", run, "--dry-run");

        assertThat(preview.exitCode()).isZero();
        assertThat(preview.out().lines())
                .startsWith(
                        "~ " + dn,
                        "  - extensionAttribute1: new",
                        "  + extensionAttribute1: old   # Run %s wrote it; it goes back to what it was before."
                                .formatted(run))
                .anyMatch(line -> line.startsWith("undo %s: 1 to restore, 0 attributes left,".formatted(run)));
        assertThat(directory.entry(dn).orElseThrow().value("extensionAttribute1"))
                .contains("new");

        Launch undo = agent.run("undo", run, "--json");

        assertThat(undo.exitCode()).isZero();
        JsonNode report = AgentFolder.json(undo.out());
        assertThat(report.at("/run").asText()).isEqualTo(run);
        assertThat(report.at("/counts/restored").asInt()).isEqualTo(1);
        assertThat(directory.entry(dn).orElseThrow().value("extensionAttribute1"))
                .contains("old");
        assertThat(agent.statuses()).hasSize(2);
        assertThat(agent.statuses().get(1).get("cycleId").asText())
                .isEqualTo(report.at("/cycleId").asText());
        assertThat(agent.run("run").out()).contains("0 read, 0 written, 0 unchanged, 0 failed");
    }

    @Test
    void another_process_shows_the_journal_in_each_form() throws Exception {
        String dn = durable();
        agent.run("run");
        String run = agent.statuses().get(0).get("cycleId").asText();

        assertThat(agent.run("journal", "--run", run).out())
                .contains("run " + run + "  " + dn + "\n")
                .contains("  extensionAttribute1: old -> new\n")
                .endsWith("journal: 1 lines\n");
        JsonNode lines = AgentFolder.json(agent.run("journal", "--json").out()).get("lines");
        assertThat(lines).hasSize(1);
        assertThat(lines.at("/0/changes/0/before/0").asText()).isEqualTo("old");
        agent.run("journal", "--out", agent.path("j.ldif").toString());
        assertThat(agent.read("j.ldif")).contains("# before: extensionAttribute1: old\n");
        agent.run("undo", run);
        try (LDAPConnection connection = directory.connect();
                LDIFReader ldif = new LDIFReader(agent.path("j.ldif").toFile())) {
            ldif.readChangeRecord().processChange(connection);
        }
        assertThat(directory.entry(dn).orElseThrow().value("extensionAttribute1"))
                .contains("new");
    }

    @Test
    void what_somebody_changed_since_is_left_and_named() {
        String dn = durable();
        agent.run("run");
        String run = agent.statuses().get(0).get("cycleId").asText();
        directory.modify(
                "dn: " + dn, "changetype: modify", "replace: extensionAttribute1", "extensionAttribute1: theirs");

        Launch undo = agent.run("undo", run, "--dry-run");

        assertThat(undo.out())
                .contains("= extensionAttribute1   # Somebody has changed it since run %s wrote it, so it is left."
                        .formatted(run));
        assertThat(agent.run("undo", run).out()).contains("0 restored, 1 attributes left, 1 with nothing to undo");
        assertThat(directory.entry(dn).orElseThrow().value("extensionAttribute1"))
                .contains("theirs");
    }

    /** A store that survives, and one person who has an old value and is to get a new one. */
    private String durable() {
        String dn = "CN=ada,OU=People," + directory.baseDn();
        directory.add(MailboxUser.of("ada", "corp.example").with("extensionAttribute1", "old"));
        agent.configure(json -> json.putObject("store").put("type", "jdbc").put("url", "jdbc:h2:./state/writeback"))
                .feed(Lines.of("a", directory.entry(dn).orElseThrow(), "\"CustomAttribute1\":\"new\""));
        return dn;
    }
}
