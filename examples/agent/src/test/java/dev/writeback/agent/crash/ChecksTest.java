package dev.writeback.agent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.agent.crash.WriteRecord.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the checks after a crash find what they are there for. */
class ChecksTest {

    private static final UUID GUID = new UUID(1, 2);
    private static final String ATTRIBUTE = "extensionattribute1";

    private final Mailbox mailbox = new Mailbox("one", entry("old", 1));
    private final List<WriteRecord> journal = new ArrayList<>();
    private final List<StatusRecord> statuses = new ArrayList<>();
    private EntryState now = entry("third", 3);

    @BeforeEach
    void write_twice() {
        mailbox.state(1, Map.of("CustomAttribute1", List.of("first")));
        mailbox.state(3, Map.of("CustomAttribute1", List.of("third")));
        mailbox.state(2, Map.of("CustomAttribute1", List.of("second")));
        journal.add(record(1, "run1", "old", "first"));
        journal.add(record(2, "run2", "first", "third"));
        statuses.add(status("s1", "run1", "success", "old", "first"));
        statuses.add(status("s2", "run2", "success", "first", "third"));
    }

    @Test
    void where_all_is_well_nothing_is_found() {
        assertThat(directory()).isEmpty();
        assertThat(journal(2)).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void an_entry_that_holds_something_else_is_found() {
        now = entry("second", 3);
        assertThat(directory()).containsExactly("CN=one: extensionattribute1 holds [second] and should hold [third]");
    }

    @Test
    void a_write_that_the_journal_lacks_is_found_by_chain_and_by_count() {
        journal.remove(0);
        assertThat(journal(2)).hasSize(3).anyMatch(it -> it.contains("(written 2 times, 1 in the journal)"));
    }

    @Test
    void a_write_that_is_in_the_journal_twice_is_found() {
        journal.add(record(3, "run2", "first", "third"));
        assertThat(journal(2))
                .anyMatch(it -> it.startsWith("record 3: CN=one: extensionattribute1 was [third] before"));
    }

    @Test
    void a_change_that_the_directory_made_and_nobody_told_of_is_found() {
        assertThat(journal(3)).containsExactly("the directory made 3 changes, and the journal tells of 2 writes");
    }

    @Test
    void an_object_without_a_status_is_found() {
        statuses.clear();
        assertThat(told()).containsExactly("one has no status");
    }

    @Test
    void more_statuses_than_changes_are_found() {
        statuses.add(status("s3", "run3", "skipped", "", ""));
        statuses.add(status("s4", "run4", "skipped", "", ""));
        assertThat(told()).containsExactly("one has 4 statuses for 3 changes");
    }

    @Test
    void a_write_of_which_two_statuses_tell_is_found() {
        statuses.add(status("s3", "run2", "success", "first", "third"));
        assertThat(told()).containsExactly("status s3 of one tells of a write that is not in the journal");
    }

    @Test
    void statuses_in_the_wrong_order_are_found() {
        statuses.add(statuses.remove(0));
        assertThat(told()).containsExactly("status s1 of one comes after one of a later write");
    }

    @Test
    void a_write_without_a_status_is_found_unless_its_process_was_killed_and_a_later_status_stands_for_it() {
        statuses.remove(1);
        assertThat(told()).contains("record 2 of one has no status, and nobody was killed");
        journal.set(1, record(2, "killed", "first", "third"));
        assertThat(told()).containsExactly("no status stands for the last write to one, record 2");
        statuses.add(status("s3", "run3", "skipped", "", ""));
        assertThat(told()).isEmpty();
    }

    @Test
    void a_change_that_came_after_the_last_status_is_found() {
        mailbox.state(4, Map.of());
        statuses.replaceAll(status -> new StatusRecord(
                "",
                status.id(),
                Instant.EPOCH,
                status.run(),
                "one",
                status.result(),
                status.skipReason(),
                "",
                status.changes()));
        assertThat(told()).contains("the last change of one has no status: the last one was made before it");
    }

    @Test
    void a_failure_is_found() {
        statuses.add(status("s3", "run3", "failure", "", ""));
        assertThat(told()).containsExactly("one failed: no reason", "the last status of one is failure ");
    }

    private List<String> directory() {
        return DirectoryCheck.of(Map.of("one", mailbox), Map.of(GUID, now));
    }

    private List<String> journal(long changes) {
        return JournalCheck.of(journal, Map.of(GUID, mailbox.found()), Map.of(GUID, now), changes);
    }

    private List<String> told() {
        return StatusCheck.of(Map.of("one", mailbox), statuses, journal, Set.of("run1", "run2", "run3", "run4"));
    }

    private static EntryState entry(String value, int version) {
        return new EntryState(
                "CN=one", GUID, "", new HashMap<>(Map.of(ATTRIBUTE, Set.of(value))), Map.of(ATTRIBUTE, version));
    }

    private static WriteRecord record(long number, String run, String before, String after) {
        return new WriteRecord(number, Instant.now(), run, "one", GUID, change(before, after));
    }

    private static StatusRecord status(String id, String run, String result, String before, String after) {
        return new StatusRecord(
                "",
                id,
                Instant.now(),
                run,
                "one",
                result,
                result.equals("skipped") ? "RedundantExport" : "",
                result.equals("failure") ? "no reason" : "",
                before.isEmpty() ? Map.of() : change(before, after));
    }

    private static Map<String, Change> change(String before, String after) {
        return Map.of(ATTRIBUTE, new Change(Set.of(before), Set.of(after)));
    }
}
