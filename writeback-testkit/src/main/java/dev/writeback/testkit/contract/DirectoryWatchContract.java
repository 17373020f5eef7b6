package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.ADDRESSES;
import static dev.writeback.testkit.contract.SinkCall.MAILBOX;
import static dev.writeback.testkit.contract.SinkCall.ONE;
import static dev.writeback.testkit.contract.SinkCall.TWO;
import static dev.writeback.testkit.contract.SinkCall.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.AttributeName;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.SourceRead.Rest;
import dev.writeback.spi.WatchRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DirectoryWatch} must do. A test of a sink that has one extends it, gives it a directory to work on,
 * and inherits the tests. Each test has a directory of its own, or at least entries of its own; others may be told of
 * too.
 */
public abstract class DirectoryWatchContract {

    private static final int MANY = 45;

    private WatchedDirectory directory;
    private DirectoryWatch watch;
    private ObjectGuid ada;
    private ObjectGuid bob;

    /** For those who extend it. */
    protected DirectoryWatchContract() {}

    /** A directory for one test. */
    protected abstract WatchedDirectory open();

    @BeforeEach
    void addTwoEntries() {
        directory = open();
        watch = watch(directory.sink());
        ada = directory.add("ada");
        bob = directory.add("bob");
        directory.set(ada, ONE, texts("before"));
        directory.set(ada, ADDRESSES, texts("SMTP:ada@x.test", "smtp:al@x.test"));
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    @Test
    void a_watch_that_begins_tells_of_nothing_that_changed_before() {
        WatchReader reader = begun().drain();
        assertThat(reader.told(ada, ONE))
                .as("what is told of an entry that changed before the watch began")
                .isNull();
    }

    @Test
    void every_change_is_told_with_all_the_values_that_there_are_now() {
        WatchReader reader = begun();
        directory.set(ada, ADDRESSES, texts("SMTP:ada@x.test", "smtp:al@x.test", "smtp:countess@x.test"));
        assertTold(reader.drain(), ada, ADDRESSES);
        directory.set(ada, ADDRESSES, texts("SMTP:ada@x.test"));
        assertTold(reader.drain(), ada, ADDRESSES);
        ObjectGuid cid = directory.add("cid");
        directory.set(cid, ONE, texts("new"));
        assertTold(reader.drain(), cid, ONE);
    }

    @Test
    void a_change_is_told_whichever_attribute_is_asked_for() {
        Map<AttributeName, List<AttributeValue>> changes = new LinkedHashMap<>();
        changes.put(ONE, texts("after"));
        changes.put(TWO, texts("Two"));
        changes.put(ADDRESSES, texts("SMTP:al@x.test"));
        changes.put(MAILBOX, List.of(AttributeValue.octets(bob.toBytes())));
        changes.forEach((attribute, values) -> {
            WatchReader reader = WatchReader.begun(watch, Map.of(attribute, SinkCall.ATTRIBUTES.get(attribute)));
            directory.set(ada, attribute, values);
            assertTold(reader.drain(), ada, attribute);
        });
    }

    @Test
    void what_was_cleared_is_told_as_without_values() {
        WatchReader reader = begun();
        directory.set(ada, ONE, List.of());
        directory.set(ada, ADDRESSES, List.of());
        reader.drain();
        for (AttributeName attribute : List.of(ONE, ADDRESSES)) {
            assertThat(reader.told(ada, attribute))
                    .as("values told of %s, which was cleared; left out, it would count as unchanged", attribute)
                    .isNotNull()
                    .isEmpty();
        }
    }

    @Test
    void many_changes_come_in_pages_and_none_is_missing() {
        List<ObjectGuid> many = addMany();
        WatchReader reader = begun();
        many.forEach(entry -> directory.set(entry, ONE, texts("changed")));
        reader.drain();
        assertThat(many)
                .as("entries that changed; each is told of before the watch says that there is no more")
                .allSatisfy(entry -> assertTold(reader, entry, ONE));
    }

    @Test
    void nothing_is_missed_of_what_others_change_between_pages() throws InterruptedException {
        List<ObjectGuid> many = addMany();
        WatchReader reader = begun();
        many.forEach(entry -> directory.set(entry, ONE, texts("first")));
        Thread others = new Thread(() -> IntStream.range(0, 2 * MANY)
                .forEach(n -> directory.set(many.get(n * 7 % MANY), TWO, texts("value " + n))));
        others.start();
        while (reader.next() == Rest.MORE || others.isAlive()) {
            directory.set(bob, TWO, texts(reader.place().value().hashCode() % 2 == 0 ? "even" : "odd"));
        }
        others.join();
        reader.drain();
        assertThat(many).as("entries that others changed while the watch read").allSatisfy(entry -> {
            assertTold(reader, entry, ONE);
            assertTold(reader, entry, TWO);
        });
    }

    @Test
    void a_place_may_be_read_from_again() {
        WatchReader reader = begun();
        Cursor begin = reader.place();
        directory.set(ada, ONE, texts("after"));
        reader.drain();
        WatchReader again = new WatchReader(watch(directory.sink()), begin, SinkCall.ATTRIBUTES);
        directory.set(bob, ONE, texts("bob's"));
        assertTold(again.drain(), ada, ONE);
        assertTold(again, bob, ONE);
    }

    @Test
    void an_entry_that_was_deleted_stops_nothing() {
        WatchReader reader = begun();
        directory.set(ada, ONE, texts("after"));
        directory.delete(ada);
        reader.drain();
        directory.set(bob, ONE, texts("bob's"));
        assertTold(reader.drain(), bob, ONE);
    }

    @Test
    void a_place_of_another_server_is_lost_and_the_watch_goes_on_from_the_new_one() {
        List<Cursor> foreign = new ArrayList<>(directory.foreign(begun().place()));
        assertThat(foreign).as("places to try").isNotEmpty();
        for (Cursor place : foreign) {
            WatchRead read = watch.read(place, SinkCall.ATTRIBUTES);
            assertThat(read)
                    .as("what comes of a place that this server did not give; its numbers mean something else here")
                    .isInstanceOf(WatchRead.Lost.class);
            WatchRead.Lost lost = (WatchRead.Lost) read;
            assertThat(lost.sentence()).as("why, for a person").isNotBlank();
            directory.set(ada, ONE, texts("after " + place.value().hashCode()));
            assertTold(new WatchReader(watch, lost.next(), SinkCall.ATTRIBUTES).drain(), ada, ONE);
        }
    }

    @Test
    void a_directory_that_cannot_be_reached_is_a_result_and_no_exception() {
        Cursor place = begun().place();
        try (DirectorySink nowhere = directory.unreachable()) {
            DirectoryWatch blind = watch(nowhere);
            assertThat(List.of(blind.read(null, SinkCall.ATTRIBUTES), blind.read(place, SinkCall.ATTRIBUTES)))
                    .as("what comes of watching a directory that nobody can reach")
                    .allSatisfy(read -> assertThat(read).isInstanceOf(WatchRead.Unavailable.class));
        }
    }

    private WatchReader begun() {
        return WatchReader.begun(watch, SinkCall.ATTRIBUTES);
    }

    private List<ObjectGuid> addMany() {
        return IntStream.range(0, MANY).mapToObj(n -> directory.add("many" + n)).toList();
    }

    private void assertTold(WatchReader reader, ObjectGuid entry, AttributeName attribute) {
        assertThat(reader.told(entry, attribute))
                .as("values that the watch told last of %s, which others changed; it has these", attribute)
                .isNotNull()
                .containsExactlyInAnyOrderElementsOf(directory.values(entry, attribute));
    }

    private static DirectoryWatch watch(DirectorySink sink) {
        return sink.watch().orElseThrow(() -> new AssertionError("the sink has no watch, which the contract is about"));
    }
}
