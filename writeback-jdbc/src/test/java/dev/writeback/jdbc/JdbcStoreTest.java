package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {

    @TempDir
    private Path folder;

    private Databases database;

    @BeforeEach
    void begin() {
        database = Databases.of("jdbc:h2:" + folder.resolve("store"));
    }

    @Test
    void refuses_to_settle_what_nobody_claimed_and_changes_nothing() {
        try (JdbcStore store = JdbcStore.open(database)) {
            Arriving.at(store, List.of(change("a"), change("b")), List.of(), new Cursor("1"));
            List<Settlement> released = store.work().claim(new Claim.Next(2, Instant.EPOCH)).stream()
                    .map(Settlement::released)
                    .toList();
            assertThatThrownBy(() -> store.work().settle(List.of(released.get(0), released.get(0))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("object a is settled twice at once");
            store.work().settle(released);
            assertThatThrownBy(() -> store.work().settle(released))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("object a is settled, but nobody claimed it; settle each claimed item once");
            List<WorkItem> again = store.work().claim(new Claim.Next(3, Instant.EPOCH));
            assertThat(again).hasSize(2);
        }
    }

    @Test
    void refuses_the_tables_of_a_newer_version_and_leaves_them() throws SQLException {
        JdbcStore.open(database).close();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE writeback_schema SET version = 99");
        }
        for (int turn = 0; turn < 2; turn++) {
            assertThatThrownBy(() -> JdbcStore.open(database))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the store was written by a newer version of this library (tables of version 99, this"
                            + " one knows 2); use that version or a newer one");
        }
    }

    @Test
    void makes_the_rest_of_the_tables_if_the_process_ended_while_it_made_them() throws SQLException {
        JdbcStore.open(database).close();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM writeback_schema");
            statement.execute("DROP TABLE writeback_outbox");
            statement.execute("DROP INDEX writeback_standing_lane");
        }
        try (JdbcStore store = JdbcStore.open(database)) {
            assertThat(store.records().outbox().undelivered(1)).isEmpty();
        }
    }

    @Test
    void does_nothing_more_once_it_is_closed() {
        JdbcStore store = JdbcStore.open(database);
        store.close();
        store.close();
        assertThatThrownBy(() -> store.intake().cursor("cloud"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is closed");
        assertThatThrownBy(() -> store.work().claim(new Claim.Next(1, Instant.EPOCH)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is closed");
    }

    private static CloudChange change(String id) {
        return CloudChange.update(CloudObjectId.of(id), 1, List.of(), Map.of());
    }
}
