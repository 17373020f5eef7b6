package dev.writeback.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudChange;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.Dn;
import dev.writeback.model.EntryId;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Disclosure;
import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Selection;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.StoreException;
import dev.writeback.spi.WorkItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that are cut off at each of their statements leave all or nothing. */
class CutConnectionTest {

    private static final AttributeName ATTRIBUTE = AttributeName.of("mail");
    private static final int OBJECTS = 3;

    @TempDir
    private Path folder;

    private Databases database;
    private JdbcStore store;

    @BeforeEach
    void open() {
        database = Databases.of("jdbc:h2:" + folder.resolve("store"));
        store = JdbcStore.open(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_page_that_is_cut_off_anywhere_leaves_nothing_and_is_taken_in_again() {
        int cuts = 0;
        for (boolean done = false; !done; cuts++) {
            database.breakAfter(cuts);
            try {
                accept();
                done = true;
            } catch (StoreException cut) {
                database.mend();
                assertThat(picture()).isEqualTo(List.of(Optional.empty(), List.of(), List.of(), List.of()));
            }
        }
        database.mend();
        assertThat(cuts).as("statements at which the page was cut off").isGreaterThan(5);
        assertThat(holdings()).hasSize(OBJECTS);
        assertThat(store.intake().cursor("cloud")).contains(new Cursor("1"));
    }

    @Test
    void a_settlement_that_is_cut_off_anywhere_leaves_nothing_and_is_settled_again() {
        accept();
        List<Object> before = picture();
        int cuts = 0;
        for (boolean done = false; !done; cuts++) {
            List<WorkItem> items = store.work().claim(new Claim.Next(OBJECTS, Instant.EPOCH));
            assertThat(items)
                    .as("what is handed out again after a settlement that failed")
                    .hasSize(OBJECTS);
            List<Settlement> settlements =
                    items.stream().map(CutConnectionTest::settled).toList();
            database.breakAfter(cuts);
            try {
                store.work().settle(settlements);
                done = true;
            } catch (StoreException cut) {
                database.mend();
                assertThat(picture()).isEqualTo(before);
            }
        }
        database.mend();
        assertThat(cuts).as("statements at which the settlement was cut off").isGreaterThan(5);
        assertThat(holdings())
                .hasSize(OBJECTS)
                .allSatisfy(holding -> assertThat(holding.state()).isEqualTo(Holding.State.RESTING))
                .allSatisfy(holding -> assertThat(holding.baseline().entry()).isPresent());
        assertThat(store.records().journal().read(Optional.empty(), 0, 10)).hasSize(OBJECTS);
        assertThat(store.records().outbox().undelivered(10)).hasSize(OBJECTS + 1);
    }

    @Test
    void a_database_that_is_gone_is_named_with_what_could_not_be_done_and_no_values() {
        database.breakAfter(0);
        assertThatThrownBy(() -> store.work().reopen(new Selection.Escrowed(), Instant.EPOCH))
                .isInstanceOf(StoreException.class)
                .hasMessage("the store jdbc:h2:%s cannot make objects pending: the database is gone or cannot be"
                                .formatted(folder.resolve("store"))
                        + " reached; start it, and run again")
                .cause()
                .hasMessage("the message is left out");
        database.mend();
        accept();
        assertThat(holdings()).hasSize(OBJECTS);
    }

    private void accept() {
        List<CloudChange> changes = IntStream.range(0, OBJECTS)
                .mapToObj(n -> CloudChange.update(
                        CloudObjectId.of("o" + n), 1, List.of(), Map.of(ATTRIBUTE, List.of(AttributeValue.text("x")))))
                .toList();
        Arriving.at(store, changes, List.of(SampleWork.status("unreadable")), new Cursor("1"));
    }

    /** All that can be seen from outside. */
    private List<Object> picture() {
        return List.of(
                store.intake().cursor("cloud"),
                holdings(),
                store.records().journal().read(Optional.empty(), 0, 10),
                store.records().outbox().undelivered(10));
    }

    private List<Holding> holdings() {
        return store.records().holdings().page(Holdings.EVERY, Optional.empty(), 10);
    }

    private static Settlement settled(WorkItem item) {
        CloudObjectId id = item.object().id();
        EntryId entry = new EntryId(new ObjectGuid(new UUID(1, id.hashCode())), Dn.of("CN=" + id));
        List<AttributeValue> values = List.of(AttributeValue.text("x"));
        JournalRecord written = new JournalRecord.Written(
                "run",
                Instant.EPOCH,
                id,
                entry,
                List.of(new JournalRecord.Change(ATTRIBUTE, List.of(), values, Disclosure.OPEN)));
        return new Settlement(
                item,
                new Settlement.Done(),
                Optional.of(new Baseline(Optional.of(entry), Map.of(ATTRIBUTE, new Agreement(values, values)))),
                Optional.of(SampleWork.status(id.value())),
                new Journaling(List.of(written), Optional.empty()));
    }
}
