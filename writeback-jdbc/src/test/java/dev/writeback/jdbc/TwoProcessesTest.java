package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One store in a file, and two processes that want it. */
class TwoProcessesTest {

    private static final CloudObjectId OBJECT = CloudObjectId.of("a");

    @TempDir
    private Path folder;

    /** The other process: takes a change in, claims it, says so and waits to be killed. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            JdbcStore store = JdbcStore.open(Databases.of(arguments[0]));
            CloudChange change = CloudChange.update(
                    OBJECT, 1, List.of(), Map.of(AttributeName.of("mail"), List.of(AttributeValue.text("x"))));
            Arriving.at(store, List.of(change), List.of(), new Cursor("1"));
            store.work().claim(new Claim.Next(1, Instant.EPOCH));
            System.out.println("claimed");
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void a_second_process_is_refused_while_the_first_lives_and_takes_over_when_it_was_killed() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("store");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader said = other.inputReader(StandardCharsets.UTF_8);
            assertThat(said.readLine()).isEqualTo("claimed");
            assertThatThrownBy(() -> JdbcStore.open(Databases.of(url)))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the store cannot be opened: another process uses it; end that one, or give"
                            + " this one a store of its own");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (JdbcStore store = JdbcStore.open(Databases.of(url))) {
            assertThat(store.intake().cursor("cloud")).contains(new Cursor("1"));
            assertThat(store.work().claim(new Claim.Next(1, Instant.EPOCH)))
                    .as("what the process had in its hands that was killed right after it took it")
                    .extracting(item -> item.object().id())
                    .containsExactly(OBJECT);
        }
    }
}
