package dev.writeback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.testkit.directory.InMemoryActiveDirectory;
import dev.writeback.testkit.directory.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo and journal with a store that forgets; with one that survives they are tested where that store is. */
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
}
