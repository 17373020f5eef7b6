package dev.writeback.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a file that only somebody with the password can read. */
class EncryptedStoreTest {

    private static final String VALUE = "a value that nobody else may see";

    @TempDir
    Path folder;

    private People people;
    private AgentFolder agent;

    @BeforeEach
    void start() {
        people = People.start(1);
        agent = AgentFolder.of(folder, people.directory())
                .configure(json -> json.putObject("store")
                        .put("type", "jdbc")
                        .put("encrypted", true)
                        .put("passwordFile", "store.txt"))
                .write("store.txt", "a-secret\n")
                .feed(Lines.of("a", people.user(0), "\"CustomAttribute1\":\"" + VALUE + "\""));
    }

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void it_goes_on_where_it_ended_and_nothing_of_it_can_be_read() throws IOException {
        assertThat(agent.run("run").out()).contains("1 written");
        assertThat(agent.run("journal").out()).contains(VALUE);
        assertThat(agent.run("run").out()).contains("0 read, 0 written");
        assertThat(Files.readString(agent.path("state/writeback.mv.db"), ISO_8859_1))
                .startsWith("H2encrypt")
                .doesNotContain(VALUE)
                .doesNotContain("writeback_");
        try (Stream<Path> files = Files.list(agent.path("state"))) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of("writeback.mv.db"));
        }
    }

    @Test
    void the_wrong_password_is_told_and_stands_nowhere() {
        agent.run("run");
        agent.write("store.txt", "another-secret");

        assertThat(agent.run("run"))
                .isEqualTo(slip("store.passwordFile: the password is not the one that %s was encrypted with"
                        .formatted(database())));
    }

    @Test
    void a_password_that_cannot_encrypt_a_file_is_told() {
        agent.write("store.txt", "a secret");

        assertThat(agent.run("run"))
                .isEqualTo(
                        slip(
                                "store.passwordFile: the password has a space, which a file cannot be encrypted with; choose another"));
        assertThat(database()).doesNotExist();
    }

    @Test
    void a_file_that_is_encrypted_is_not_taken_for_damaged() {
        agent.run("run");
        agent.configure(json -> ((ObjectNode) json.get("store")).remove(List.of("encrypted", "passwordFile")));

        assertThat(agent.run("run"))
                .isEqualTo(slip("store.encrypted: %s is encrypted; say \"encrypted\": true and where its password is"
                        .formatted(database())));
    }

    @Test
    void a_file_that_is_not_encrypted_is_not_encrypted_by_saying_so() {
        agent.configure(json -> json.putObject("store").put("type", "jdbc"));
        agent.run("run");
        agent.configure(
                json -> ((ObjectNode) json.get("store")).put("encrypted", true).put("passwordFile", "store.txt"));

        assertThat(agent.run("run"))
                .isEqualTo(slip(
                        "store.encrypted: %s is not encrypted; take it out, or let store.url name a file that is not there yet"
                                .formatted(database())));
    }

    private Path database() {
        return agent.path("state/writeback.mv.db");
    }

    private Launch slip(String sentence) {
        return new Launch(2, "", "%s: %s\n".formatted(agent.path("agent.json"), sentence));
    }
}
