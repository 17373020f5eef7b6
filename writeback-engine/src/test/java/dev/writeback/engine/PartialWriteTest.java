package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.mapping.Profile;
import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.AttributeName;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Modification;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.EntryWrite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write of more links than a directory changes at once, of which a part was made. */
class PartialWriteTest {

    private static final int LINKS = 12_000;
    private static final int PART = EntryWrite.MOST_AT_ONCE;
    private static final AttributeName DELEGATES = AttributeName.of("publicDelegates");

    private Rig rig;
    private Writeback writeback;

    @BeforeEach
    void state_many_delegates() {
        rig = new Rig(LINKS + 1, changes());
        writeback = rig.builder()
                .profile(Profile.exchangeOnlineExtended())
                .limits(Limits.standard().withDestructiveChanges(2 * LINKS))
                .build();
    }

    @AfterEach
    void close() {
        writeback.close();
        rig.close();
    }

    @Test
    void what_is_left_is_written_in_the_same_run_and_the_journal_has_both_writes_as_they_were() {
        firstPartOnly();

        RunReport report = writeback.runOnce();

        assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(report.counts().failed()).isZero();
        assertThat(rig.directory.values(0, DELEGATES)).hasSize(LINKS).doesNotHaveDuplicates();
        assertThat(journal())
                .extracting(write -> write.changes().get(0).before().size() + " to "
                        + write.changes().get(0).after().size())
                .containsExactly("0 to " + PART, PART + " to " + LINKS);

        UndoReport undone = writeback.undo(report.cycleId());

        assertThat(undone.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(rig.directory.values(0, DELEGATES)).isEmpty();
    }

    @Test
    void a_part_that_was_made_before_the_directory_went_away_is_in_the_journal_of_the_next_run() {
        firstPartOnly();
        rig.directory.onLookup = (request, real) -> rig.directory.writes.get() > 0 ? List.of() : real.get();
        writeback.runOnce();
        rig.directory.onLookup = (request, real) -> real.get();
        assertThat(rig.directory.values(0, DELEGATES)).hasSize(PART);

        rig.time.advance(Duration.ofHours(7));
        writeback.runOnce();

        assertThat(rig.directory.values(0, DELEGATES)).hasSize(LINKS).doesNotHaveDuplicates();
        assertThat(journal())
                .extracting(write -> write.changes().get(0).after().size())
                .containsExactly(PART, LINKS);
    }

    /** The first write is made up to as many values as a directory changes at once, and then the answer is a no. */
    private void firstPartOnly() {
        rig.directory.onWrite = (write, real) -> {
            if (!write.isWhole() && rig.directory.values(0, DELEGATES).isEmpty()) {
                rig.directory.apply(part(write));
                return unknown();
            }
            return real.get();
        };
    }

    private static EntryWrite part(EntryWrite write) {
        Modification delegates = write.modifications().stream()
                .filter(one -> one.attribute().equals(DELEGATES))
                .findFirst()
                .orElseThrow();
        return new EntryWrite(
                write.entry(),
                write.server(),
                List.of(new Modification(DELEGATES, List.of(), delegates.add().subList(0, PART))));
    }

    private static WriteOutcome unknown() {
        return new WriteOutcome.Unknown(MapDirectory.problem(ErrorCode.OUTCOME_UNKNOWN));
    }

    private static List<CloudChange> changes() {
        int[] others = IntStream.rangeClosed(1, LINKS).toArray();
        return Stream.concat(
                        IntStream.of(others).mapToObj(number -> Mailboxes.change(number, 1)),
                        Stream.of(Mailboxes.referring(0, 1, "GrantSendOnBehalfTo", others)))
                .toList();
    }

    private List<Written> journal() {
        List<Written> writes = new ArrayList<>();
        writeback.journal(Optional.empty(), line -> {
            if (line.record() instanceof Written write) {
                writes.add(write);
            }
        });
        return writes;
    }
}
