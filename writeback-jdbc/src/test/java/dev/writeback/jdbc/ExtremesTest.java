package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.WorkItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unusually large, or written in a way that few databases like, through a store in a file. */
class ExtremesTest {

    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;
    private static final AttributeName ATTRIBUTE = AttributeName.of("thumbnailPhoto");

    @TempDir
    private Path folder;

    @Test
    void five_megabytes_come_back_after_a_restart() {
        byte[] photo = new byte[FIVE_MEGABYTES];
        new Random(7).nextBytes(photo);
        List<AttributeValue> values =
                List.of(AttributeValue.octets(photo), AttributeValue.text("\u0130\ud83d\ude00".repeat(500_000)));
        assertComesBack(CloudObjectId.of("a"), values);
    }

    @Test
    void half_a_surrogate_pair_and_a_nul_come_back_after_a_restart() {
        assertComesBack(CloudObjectId.of("\ud800 \\u0041 \udc00"), List.of(AttributeValue.text("\u0000\ud800x\udfff")));
    }

    @Test
    void no_value_at_all_comes_back_as_such() {
        assertComesBack(CloudObjectId.of("a"), List.of());
    }

    @Test
    void the_longest_cursor_comes_back() {
        Cursor longest = new Cursor("\u00e9".repeat(4_194_304));
        try (JdbcStore store = store()) {
            Arriving.at(store, List.of(), List.of(), longest);
        }
        try (JdbcStore store = store()) {
            assertThat(store.intake().cursor("cloud").equals(Optional.of(longest)))
                    .isTrue();
        }
    }

    private void assertComesBack(CloudObjectId id, List<AttributeValue> values) {
        try (JdbcStore store = store()) {
            Arriving.at(
                    store,
                    List.of(CloudChange.update(id, 1, List.of(), Map.of(ATTRIBUTE, values))),
                    List.of(),
                    new Cursor("1"));
        }
        try (JdbcStore store = store()) {
            List<WorkItem> items = store.work().claim(new Claim.Next(2, Instant.EPOCH));
            assertThat(items).hasSize(1);
            assertThat(items.get(0).object().id()).isEqualTo(id);
            // Not shown when it fails: ten megabytes tell nobody anything.
            assertThat(items.get(0).object().stated(ATTRIBUTE).equals(Optional.of(values)))
                    .isTrue();
        }
    }

    private JdbcStore store() {
        return JdbcStore.open(Databases.of("jdbc:h2:" + folder.resolve("store")));
    }
}
