package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Destruction;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2's own encryption of the file. */
class EncryptionTest {

    private static final String SECRET = "ada.lovelace@corp.example";

    @TempDir
    private Path folder;

    @Test
    void nothing_that_is_stored_can_be_read_in_an_encrypted_file() throws IOException {
        work(Databases.of(url(";CIPHER=AES;USER=sa;PASSWORD=a file password" + " and one more")));
        assertThat(filesWith(SECRET)).isEmpty();
        assertThat(filesWith("CustomAttribute1")).isEmpty();
        assertThatThrownBy(() -> JdbcStore.open(Databases.of(url(";CIPHER=AES;USER=sa;PASSWORD=wrong more"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void in_a_file_that_is_not_encrypted_it_can() throws IOException {
        work(Databases.of(url("")));
        assertThat(filesWith(SECRET)).isNotEmpty();
    }

    private String url(String settings) {
        return "jdbc:h2:" + folder.resolve("store") + settings;
    }

    private static void work(Databases database) {
        for (int turn = 1; turn <= 2; turn++) {
            try (JdbcStore store = JdbcStore.open(database)) {
                CloudChange change = CloudChange.update(
                        CloudObjectId.of("a"),
                        turn,
                        List.of(),
                        Map.of(SampleWork.ATTRIBUTE, List.of(AttributeValue.text(turn + SECRET))));
                Arriving.at(store, List.of(change), List.of(), new Cursor(SECRET + turn));
                List<WorkItem> items = store.work().claim(new Claim.Next(1, Instant.EPOCH));
                assertThat(items).hasSize(1);
                store.records().journal().announce(List.of(SampleWork.written(items.get(0))), Destruction.none());
                store.work().settle(items.stream().map(SampleWork::settled).toList());
            }
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
