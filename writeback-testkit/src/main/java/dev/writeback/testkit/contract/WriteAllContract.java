package dev.writeback.testkit.contract;

import static dev.writeback.testkit.contract.SinkCall.ONE;
import static dev.writeback.testkit.contract.SinkCall.TWO;
import static dev.writeback.testkit.contract.SinkCall.UNKNOWN;
import static dev.writeback.testkit.contract.SinkCall.change;
import static dev.writeback.testkit.contract.SinkCall.entry;
import static dev.writeback.testkit.contract.SinkCall.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every sink must do that is given several writes at once. Part of {@link DirectorySinkContract}. */
abstract class WriteAllContract extends HostileInputContract {

    private static final int MANY = 60;

    @Test
    void many_writes_at_once_are_all_applied() {
        List<ObjectGuid> many = new ArrayList<>();
        List<EntryWrite> writes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(directory.add("many" + i));
            writes.add(write(entry(sink, many.get(i)), change(ONE, List.of(), texts("value " + i))));
        }
        assertThat(sink.writesAtOnce())
                .as("how many writes the sink wants at once; the engine gives it as many")
                .isPositive();
        assertThat(sink.writeAll(List.of())).as("outcomes of no writes").isEmpty();
        assertThat(sink.writeAll(writes))
                .as("outcomes of %d writes that fit, all given at once", MANY)
                .hasSize(MANY)
                .hasOnlyElementsOfType(WriteOutcome.Applied.class);
        for (int i = 0; i < MANY; i++) {
            assertThat(directory.values(many.get(i), ONE))
                    .as("what entry %d of %d that were written at once holds", i, MANY)
                    .isEqualTo(texts("value " + i));
        }
    }

    @Test
    void of_writes_at_once_each_has_its_own_outcome_in_the_order_of_the_writes() {
        ObjectGuid gone = directory.add("gone");
        List<EntryWrite> writes = List.of(
                write(entry(sink, gone), change(ONE, List.of(), texts("x"))),
                write(entry(sink, ada), change(ONE, texts("one"), texts("two"))),
                write(entry(sink, bob), change(UNKNOWN, List.of(), texts("x"))),
                write(entry(sink, bob), change(TWO, texts("never there"), texts("x"))),
                write(entry(sink, bob), change(ONE, List.of(), texts("first"))));
        directory.delete(gone);
        assertThat(sink.writeAll(writes))
                .as("the outcomes of five writes at once: to an entry that is gone, one that fits, one of an unknown"
                        + " attribute, one that somebody was faster than, and one more that fits")
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Missing", "Applied", "Rejected", "Stale", "Applied");
        assertThat(directory.values(ada, ONE))
                .as("what the write held that fits, between others that do not")
                .isEqualTo(texts("two"));
        assertThat(directory.values(bob, ONE))
                .as("what the last write held; one that is refused keeps no other back")
                .isEqualTo(texts("first"));
    }

    @Test
    void writes_at_once_to_a_directory_that_cannot_be_reached_are_as_many_results() {
        EntryWrite one = write(entry(sink, ada), change(ONE, texts("one"), texts("two")));
        EntryWrite other = write(entry(sink, bob), change(ONE, List.of(), texts("two")));
        try (DirectorySink unreachable = directory.unreachable()) {
            assertThat(unreachable.writeAll(List.of(one, other)))
                    .as("the outcomes of two writes to a directory that nobody can reach: nothing was done")
                    .hasSize(2)
                    .hasOnlyElementsOfTypes(WriteOutcome.Unavailable.class, WriteOutcome.Stale.class);
        }
    }

    private static EntryWrite write(DirectoryEntry entry, Modification modification) {
        return new EntryWrite(entry.id(), entry.server(), List.of(modification));
    }
}
