package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.Anchor;
import dev.writeback.model.AttributeSyntax;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DirectorySink} must do. A test of a sink extends it, gives it a directory to work on, and inherits
 * the tests. Each test has a directory of its own, or at least entries of its own.
 */
public abstract class DirectorySinkContract extends WriteAllContract {

    private static final ObjectGuid NOBODY = new ObjectGuid(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));

    /** For those who extend it. */
    protected DirectorySinkContract() {}

    @Override
    protected abstract DirectoryUnderTest open();

    @Test
    void an_entry_is_found_by_its_object_guid_whatever_its_consistency_guid_is() {
        assertThat(found(ada)).as("who the immutable id leads to").isEqualTo(ada);
        consistency(ada, NOBODY);
        assertThat(found(ada))
                .as("who the objectGUID leads to beside a consistency GUID")
                .isEqualTo(ada);
    }

    @Test
    void an_entry_is_found_by_its_consistency_guid() {
        consistency(ada, NOBODY);
        assertThat(found(NOBODY))
                .as("who the mS-DS-ConsistencyGuid leads to; entries that moved between forests keep no other anchor")
                .isEqualTo(ada);
    }

    @Test
    void many_are_answered_in_the_order_in_which_they_were_asked_for() {
        List<ObjectGuid> wanted = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            wanted.add(0, directory.add("user" + i));
        }
        wanted.add(60, NOBODY);
        List<LookupOutcome> outcomes = sink.lookup(new LookupRequest(
                wanted.stream().map(guid -> List.of(immutableId(guid))).toList(), SinkCall.ATTRIBUTES));
        assertThat(outcomes)
                .as("outcomes of a lookup of 121; out of order, one entry gets another's values")
                .extracting(outcome -> outcome.match(it -> it.entry().id().guid(), it -> NOBODY, it -> bob, it -> bob))
                .isEqualTo(wanted);
        assertThat(sink.lookup(new LookupRequest(List.of(), SinkCall.ATTRIBUTES)))
                .as("outcomes of a lookup of nothing")
                .isEmpty();
    }

    @Test
    void an_anchor_that_no_entry_has_is_not_found_with_a_reason() {
        LookupOutcome outcome = lookup(sink, immutableId(NOBODY));
        assertThat(outcome)
                .as("the outcome for an anchor that no entry has")
                .isInstanceOf(LookupOutcome.NotFound.class);
        assertThat(((LookupOutcome.NotFound) outcome).problem())
                .as("what is wrong, for an administrator")
                .satisfies(problem -> assertThat(problem.reason()).isNotBlank())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ENTRY_NOT_FOUND));
    }

    @Test
    void two_entries_with_one_anchor_are_refused() {
        consistency(ada, NOBODY);
        consistency(bob, NOBODY);
        assertRefused(sink, "two entries with one consistency GUID", immutableId(NOBODY));
        consistency(bob, ada);
        assertRefused(sink, "the objectGUID of one entry that is the consistency GUID of another", immutableId(ada));
    }

    @Test
    void anchors_that_lead_to_two_entries_are_refused() {
        assertRefused(
                sink,
                "the immutable id of one entry and the external id of another",
                immutableId(ada),
                new Anchor.ExternalDirectoryObjectId("User_bob"));
    }

    @Test
    void what_is_asked_for_is_read_and_nothing_else() {
        LookupRequest one = new LookupRequest(
                List.of(List.of(immutableId(ada))),
                Map.of(ONE, AttributeSyntax.CASE_IGNORE, TWO, AttributeSyntax.CASE_IGNORE));
        assertThat(entry(sink.lookup(one).get(0)).attributes())
                .as("what is read of an entry with addresses when two attributes are asked for, of which it has one")
                .isEqualTo(Map.of(ONE, texts("one")));
    }

    @Test
    void octets_are_read_and_written_byte_by_byte() {
        List<AttributeValue> mailbox = List.of(AttributeValue.octets(
                new byte[] {1, 0, (byte) 0xff, (byte) 0xc3, 5, 6, 7, 8, 9, 10, 13, 12, 13, 14, 15, 0}));
        directory.set(ada, MAILBOX, mailbox);
        assertThat(entry(sink, ada).values(MAILBOX))
                .as("octets as they are read")
                .isEqualTo(mailbox);
        write(sink, entry(sink, bob), change(MAILBOX, List.of(), mailbox));
        assertThat(directory.values(bob, MAILBOX))
                .as("octets as they are written")
                .isEqualTo(mailbox);
    }

    @Test
    void a_write_is_applied_exactly() {
        DirectoryEntry before = entry(sink, ada);
        WriteOutcome outcome = write(
                sink,
                before,
                change(ONE, texts("one"), List.of()),
                change(TWO, List.of(), texts("new")),
                change(ADDRESSES, texts("smtp:al@x.test"), texts("smtp:lovelace@x.test", "smtp:countess@x.test")));
        assertThat(outcome).as("the outcome of a write that fits").isInstanceOf(WriteOutcome.Applied.class);
        assertHolds(List.of(), texts("new"), texts("SMTP:ada@x.test", "smtp:lovelace@x.test", "smtp:countess@x.test"));
    }

    @Test
    void a_swap_of_the_primary_address_and_a_change_of_case_are_stored() {
        WriteOutcome outcome = write(
                sink,
                entry(sink, ada),
                change(ONE, texts("one"), texts("ONE")),
                change(
                        ADDRESSES,
                        texts("SMTP:ada@x.test", "smtp:al@x.test"),
                        texts("smtp:ada@x.test", "SMTP:al@x.test")));
        assertThat(outcome).as("the outcome of a change of case alone").isInstanceOf(WriteOutcome.Applied.class);
        assertHolds(texts("ONE"), List.of(), texts("smtp:ada@x.test", "SMTP:al@x.test"));
    }

    @Test
    void a_value_to_remove_that_is_gone_makes_the_write_stale_and_nothing_is_done() {
        DirectoryEntry before = entry(sink, ada);
        directory.set(ada, ONE, texts("theirs"));
        assertStale(write(sink, before, change(TWO, List.of(), texts("x")), change(ONE, texts("one"), texts("ours"))));
        assertHolds(texts("theirs"), List.of(), texts("SMTP:ada@x.test", "smtp:al@x.test"));
    }

    @Test
    void a_value_to_add_that_is_there_makes_the_write_stale_and_nothing_is_done() {
        DirectoryEntry before = entry(sink, ada);
        directory.set(ada, ADDRESSES, texts("SMTP:ada@x.test", "smtp:al@x.test", "smtp:new@x.test"));
        assertStale(write(
                sink,
                before,
                change(ONE, texts("one"), texts("ours")),
                change(ADDRESSES, texts("smtp:al@x.test"), texts("smtp:new@x.test"))));
        assertHolds(texts("one"), List.of(), texts("SMTP:ada@x.test", "smtp:al@x.test", "smtp:new@x.test"));
    }

    @Test
    void a_single_value_that_appeared_meanwhile_makes_the_write_stale() {
        DirectoryEntry before = entry(sink, ada);
        directory.set(ada, TWO, texts("theirs"));
        assertStale(write(sink, before, change(TWO, List.of(), texts("ours"))));
        assertThat(directory.values(ada, TWO)).as("what somebody else wrote").isEqualTo(texts("theirs"));
    }

    @Test
    void an_entry_that_was_deleted_is_missing() {
        DirectoryEntry before = entry(sink, ada);
        directory.delete(ada);
        assertThat(write(sink, before, change(ONE, texts("one"), texts("two"))))
                .as("the outcome of a write to an entry that was deleted; read again, it would be tried for ever")
                .isInstanceOf(WriteOutcome.Missing.class);
    }

    @Test
    void one_attribute_that_the_directory_does_not_know_rejects_the_whole_write_and_is_named() {
        WriteOutcome outcome = write(
                sink,
                entry(sink, ada),
                change(ONE, texts("one"), texts("two")),
                change(UNKNOWN, List.of(), texts("x")));
        assertThat(outcome)
                .as("the outcome of a write to an unknown attribute")
                .isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(((WriteOutcome.Rejected) outcome).problem().reason())
                .as("the reason, which names the attribute")
                .contains(UNKNOWN.value());
        assertHolds(texts("one"), List.of(), texts("SMTP:ada@x.test", "smtp:al@x.test"));
    }

    @Test
    void of_many_writers_exactly_one_wins() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            DirectoryEntry before = entry(sink, ada);
            List<String> winners = new WriterRace(sink, before, "round " + round).winners();
            assertThat(winners)
                    .as(
                            "writers that were told their write was applied, of four from one state; the others' would be lost")
                    .hasSize(1);
            assertThat(directory.values(ada, ONE))
                    .as("what the entry holds then")
                    .isEqualTo(texts(winners.get(0)));
        }
    }

    @Test
    void a_check_of_what_is_as_it_should_be_finds_no_error_and_changes_nothing() {
        assertThat(sink.check(SinkCall.check(SinkCall.ATTRIBUTES)))
                .as("findings about schema and reach of a directory that has the attributes")
                .isNotEmpty()
                .noneMatch(finding -> finding.level() == Finding.Level.UNREACHABLE)
                .noneMatch(finding -> finding.level() == Finding.Level.ERROR
                        && finding.topic().equals("schema"));
        assertHolds(texts("one"), List.of(), texts("SMTP:ada@x.test", "smtp:al@x.test"));
    }

    @Test
    void a_check_names_an_attribute_that_the_directory_does_not_know() {
        assertThat(sink.check(SinkCall.check(Map.of(UNKNOWN, AttributeSyntax.CASE_IGNORE))))
                .as("findings about an attribute that the schema lacks; every write to it will fail")
                .anyMatch(finding -> finding.level() == Finding.Level.ERROR
                        && finding.message().contains(UNKNOWN.value()));
    }

    @Test
    void a_directory_that_cannot_be_reached_is_a_result_and_no_exception() {
        DirectoryEntry before = entry(sink, ada);
        try (DirectorySink unreachable = directory.unreachable()) {
            assertThat(lookup(unreachable, immutableId(ada)))
                    .as("the outcome of a lookup; not found would fail the object for good")
                    .isInstanceOf(LookupOutcome.Unavailable.class);
            assertThat(write(unreachable, before, change(ONE, texts("one"), texts("two"))))
                    .as("the outcome of a write: nothing was done, or read again first")
                    .isInstanceOfAny(WriteOutcome.Unavailable.class, WriteOutcome.Stale.class);
            assertThat(unreachable.check(SinkCall.check(SinkCall.ATTRIBUTES)))
                    .as("findings about a directory that cannot be reached")
                    .anyMatch(finding -> finding.level() == Finding.Level.UNREACHABLE);
        }
    }

    private ObjectGuid found(ObjectGuid immutableId) {
        return entry(lookup(sink, immutableId(immutableId))).id().guid();
    }

    private void consistency(ObjectGuid entry, ObjectGuid value) {
        directory.set(entry, CONSISTENCY, List.of(AttributeValue.octets(value.toBytes())));
    }

    private void assertHolds(List<AttributeValue> one, List<AttributeValue> two, List<AttributeValue> addresses) {
        assertThat(directory.values(ada, ONE))
                .as("extensionAttribute1 after it")
                .isEqualTo(one);
        assertThat(directory.values(ada, TWO))
                .as("extensionAttribute2 after it")
                .isEqualTo(two);
        assertThat(directory.values(ada, ADDRESSES))
                .as("proxyAddresses after it")
                .containsExactlyInAnyOrderElementsOf(addresses);
    }
}
