package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which no room is left, for H2; it closes a database that it cannot write. */
class FullDiskTest {

    @TempDir
    private Path folder;

    private Databases database;
    private JdbcStore store;

    @BeforeEach
    void open() {
        FilePath.register(new SmallDisk());
        SmallDisk.makeRoom();
        database = Databases.of("jdbc:h2:small:" + folder.resolve("store"));
        store = JdbcStore.open(database);
    }

    @AfterEach
    void close() {
        SmallDisk.makeRoom();
        store.close();
    }

    @Test
    void a_page_for_which_there_is_no_room_is_not_kept_and_is_taken_in_when_there_is() {
        Arriving.at(store, SampleWork.changes(3), List.of(), new Cursor("1"));
        SmallDisk.fill();
        for (int turn = 0; turn < 2; turn++) {
            assertThatThrownBy(() -> Arriving.at(store, List.of(large()), List.of(), new Cursor("2")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("its disk is full; make room, and it goes on");
        }
        SmallDisk.makeRoom();
        assertThat(store.intake().cursor("cloud")).contains(new Cursor("1"));
        assertThat(store.records().holdings().page(Holdings.EVERY, Optional.empty(), 10))
                .hasSize(3);
        Arriving.at(store, List.of(large()), List.of(), new Cursor("2"));
        assertThat(store.intake().cursor("cloud")).contains(new Cursor("2"));
    }

    @Test
    void a_settlement_for_which_there_is_no_room_is_made_again_when_there_is() {
        Arriving.at(store, SampleWork.changes(3), List.of(), new Cursor("1"));
        List<WorkItem> items = store.work().claim(new Claim.Next(3, Instant.EPOCH));
        SmallDisk.fill();
        assertThatThrownBy(() -> store.work()
                        .settle(items.stream().map(SampleWork::settled).toList()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("its disk is full; make room, and it goes on");
        SmallDisk.makeRoom();
        List<WorkItem> again = store.work().claim(new Claim.Next(4, Instant.EPOCH));
        assertThat(again).hasSize(3);
        store.work().settle(again.stream().map(SampleWork::settled).toList());
        store.close();
        store = JdbcStore.open(database);
        assertThat(store.records().journal().read(Optional.empty(), 0, 10)).hasSize(3);
        assertThat(store.records().outbox().undelivered(10)).hasSize(3);
    }

    private static CloudChange large() {
        byte[] photo = new byte[200_000];
        new Random(3).nextBytes(photo);
        return CloudChange.update(
                CloudObjectId.of("large"),
                1,
                List.of(),
                Map.of(SampleWork.ATTRIBUTE, List.of(AttributeValue.octets(photo))));
    }
}
