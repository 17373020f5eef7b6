package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SampleRecords.agreedWith;
import static dev.writeback.testkit.contract.SampleRecords.decided;
import static dev.writeback.testkit.contract.SampleRecords.undone;
import static dev.writeback.testkit.contract.SampleRecords.written;
import static dev.writeback.testkit.contract.StoreCall.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.writeback.plan.JournalRecord;
import dev.writeback.spi.Journal;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.Journaling;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.Settlement.Done;
import dev.writeback.spi.Settlement.Released;
import dev.writeback.spi.WorkItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store must do to remember what was done. Part of {@link WritebackStoreContract}. */
abstract class JournalContract extends ParkingContract {

    @Test
    void keeps_what_was_written_and_decided_word_for_word_in_its_order() {
        store.accept("1", text("a", 1, "x"), text("b", 1, "x"));
        journal("a", decided("run 1", "a"), written("run 1", "a"));
        journal("b", written("run 1", "b"));
        List<JournalLine> lines = read(Optional.empty(), 0, 10);
        assertThat(lines)
                .as("the journal, in the order in which it was kept")
                .extracting(JournalLine::record)
                .containsExactly(decided("run 1", "a"), written("run 1", "a"), written("run 1", "b"));
        assertThat(lines)
                .as("numbers of the lines, which grow from 1 on")
                .extracting(JournalLine::number)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(number -> number >= 1);
    }

    @Test
    void keeps_which_run_a_write_takes_back() {
        store.accept("1", text("a", 1, "x"));
        journal("a", undone("run 2", "a", "run 1"));
        assertThat(read(Optional.of("run 2"), 0, 10))
                .as("the journal of a run that takes another one back")
                .extracting(JournalLine::record)
                .containsExactly(undone("run 2", "a", "run 1"));
    }

    @Test
    void keeps_what_was_done_and_agreed_of_an_object_that_goes_back_as_pending_as_it_was() {
        store.accept("1", text("a", 1, "x"));
        WorkItem item = store.one("a");
        store.store()
                .work()
                .settle(List.of(new Settlement(
                        item,
                        new Released(),
                        Optional.of(agreedWith(1)),
                        Optional.empty(),
                        new Journaling(List.of(written("run 1", "a")), Optional.empty()))));
        assertThat(read(Optional.empty(), 0, 10))
                .as("the journal of an object that was written and goes back as pending as it was")
                .extracting(JournalLine::record)
                .containsExactly(written("run 1", "a"));
        assertThat(store.next(1))
                .as("the same object, which is still pending, with what was agreed about it")
                .extracting(WorkItem::baseline)
                .containsExactly(agreedWith(1));
    }

    @Test
    void reads_the_journal_of_one_run() {
        store.accept("1", text("a", 1, "x"));
        journal("a", written("run 1", "a"), decided("run 2", "a"), written("run 2", "a"));
        assertThat(read(Optional.of("run 2"), 0, 10))
                .as("the journal of the second of two runs")
                .extracting(JournalLine::record)
                .containsExactly(decided("run 2", "a"), written("run 2", "a"));
        assertThat(read(Optional.of("run 3"), 0, 10))
                .as("the journal of a run that nobody knows")
                .isEmpty();
    }

    @Test
    void reads_the_journal_page_by_page() {
        store.accept("1", text("a", 1, "x"));
        journal("a", written("run 1", "a"), written("run 2", "a"), decided("run 1", "a"), written("run 1", "a"));
        List<JournalLine> all = read(Optional.empty(), 0, 10);
        assertThat(all).as("the whole journal").hasSize(4);
        List<JournalLine> first = read(Optional.empty(), 0, 3);
        assertThat(first).as("the first page of at most 3 lines").isEqualTo(all.subList(0, 3));
        assertThat(read(Optional.empty(), first.get(2).number(), 3))
                .as("the page after the first")
                .isEqualTo(all.subList(3, 4));
        assertThat(read(Optional.of("run 1"), first.get(0).number(), 1))
                .as("the second line of one run, between others")
                .containsExactly(all.get(2));
    }

    @Test
    void does_not_tell_what_is_only_announced() {
        store.accept("1", text("a", 1, "x"));
        store.next(1);
        announce(written("run 1", "a"));
        assertThat(read(Optional.empty(), 0, 10))
                .as("the journal while a write is announced and not made")
                .isEmpty();
    }

    @Test
    void hands_out_a_write_that_is_still_in_doubt_until_it_is_settled() {
        store.accept("1", text("a", 1, "x"));
        List<WorkItem> items = store.next(1);
        assertAnnounced(items, "before any write", Optional.empty());
        announce(written("run 1", "a"));
        settle(items.get(0), new Released(), new Journaling(List.of(), Optional.of(written("run 1", "a"))));
        items = store.next(1);
        assertAnnounced(items, "when the last worker did not get an answer", Optional.of(written("run 1", "a")));
        store.store().work().settle(List.of(Settlement.released(items.get(0))));
        items = store.next(1);
        assertAnnounced(items, "when the last worker did not look", Optional.of(written("run 1", "a")));
        settle(items.get(0), new Released(), Journaling.nothing());
        assertAnnounced(store.next(1), "when the last worker found that it was not made", Optional.empty());
    }

    @Test
    void refuses_to_announce_a_write_for_an_object_that_nobody_claimed() {
        store.accept("1", text("a", 1, "x"));
        assertRefused("a write for an object that is in nobody's hands", "a");
        assertRefused("a write for an object that is unknown", "nobody");
        store.finish(store.next(1), new Done());
        assertRefused("a write for an object that is settled", "a");
    }

    private void assertRefused(String what, String object) {
        assertThat(catchThrowable(() -> announce(written("run 1", object))))
                .as(what)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(object);
    }

    private void journal(String object, JournalRecord... records) {
        settle(store.one(object), new Done(), new Journaling(List.of(records), Optional.empty()));
    }

    private void settle(WorkItem item, Settlement.End end, Journaling journaling) {
        store.store().work().settle(List.of(new Settlement(item, end, Optional.empty(), Optional.empty(), journaling)));
    }

    private void announce(JournalRecord.Written... writes) {
        store.announce(writes);
    }

    private List<JournalLine> read(Optional<String> run, long after, int atMost) {
        Journal journal = store.store().records().journal();
        return journal.read(run, after, atMost);
    }

    private static void assertAnnounced(List<WorkItem> items, String when, Optional<JournalRecord.Written> write) {
        assertThat(items)
                .as("the write that is in doubt, %s", when)
                .extracting(WorkItem::announced)
                .containsExactly(write);
    }
}
