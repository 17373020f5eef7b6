package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.AttributeValue;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Problem;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.JournalLine;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.WritebackStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the journal has every write that was made, and none that was not. */
class JournalTest {

    @Test
    void keeps_before_and_after_of_each_write_under_the_run_that_made_it() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "ours"))) {
            rig.directory.set(1, "extensionAttribute1", "old");
            RunReport report = rig.writeback.runOnce();

            List<Written> journal = journal(rig.store);

            assertThat(journal).hasSize(3).allMatch(it -> it.run().equals(report.cycleId()));
            Written write = of(1, journal);
            assertThat(write.entry()).isEqualTo(MapDirectory.entryId(Mailboxes.guid(1)));
            assertThat(write.changes()).hasSize(1);
            assertThat(write.changes().get(0).before()).containsExactly(AttributeValue.text("old"));
            assertThat(write.changes().get(0).after()).containsExactly(AttributeValue.text("ours"));
        }
    }

    @Test
    void announces_all_writes_of_a_round_before_the_first_is_made() {
        try (Rig rig = new Rig(8, Mailboxes.changes(8, 1, "ours"))) {
            List<String> order = new ArrayList<>();
            DyingStore store = new DyingStore(rig.store) {
                @Override
                void announcing(int writes) {
                    order.add("announce " + writes);
                }
            };
            rig.directory.onWrite = (write, real) -> {
                order.add("write");
                return real.get();
            };
            try (Writeback writeback = rig.builder().store(store).connections(1).build()) {
                writeback.runOnce();
            }
            assertThat(order).hasSize(9).startsWith("announce 8").endsWith("write");
        }
    }

    @Test
    void writes_nothing_that_cannot_be_announced() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "ours"))) {
            DyingStore store = new DyingStore(rig.store);
            store.full = true;
            try (Writeback writeback = rig.builder().store(store).build()) {
                RunReport report = writeback.runOnce();
                assertThat(report.ending()).isEqualTo(Ending.STORE_FAILED);
                assertThat(rig.directory.writes.get()).isZero();

                store.full = false;
                assertThat(writeback.runOnce().counts().written()).isEqualTo(3);
                assertThat(journal(rig.store)).hasSize(3);
            }
        }
    }

    @Test
    void mentions_no_write_that_the_directory_refused() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "ours"))) {
            rig.directory.onWriteOf(0, real -> new WriteOutcome.Rejected(MapDirectory.problem(ErrorCode.REJECTED)));
            rig.writeback.runOnce();
            assertThat(journal(rig.store)).extracting(Written::object).containsExactly(Mailboxes.id(1));
        }
    }

    @Test
    void keeps_a_write_whose_answer_was_lost_once_the_entry_shows_it() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            rig.directory.onWriteOf(0, real -> {
                real.get();
                return unknown();
            });
            rig.writeback.runOnce();
            assertThat(journal(rig.store)).hasSize(1);
        }
    }

    @Test
    void keeps_both_writes_when_somebody_changed_the_entry_after_the_one_whose_answer_was_lost() {
        try (Rig rig =
                new Rig(1, List.of(Mailboxes.change(0, 1, "CustomAttribute1", "ours", "CustomAttribute2", "ours")))) {
            rig.directory.onWriteOf(0, real -> {
                real.get();
                rig.directory.onWrite = (write, next) -> next.get();
                rig.directory.set(0, "extensionAttribute2", "theirs");
                return unknown();
            });

            RunReport report = rig.writeback.reconcile();

            assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("ours");
            List<Written> journal = journal(rig.store);
            assertThat(journal).isNotEmpty();
            assertThat(journal.get(0).changes()).hasSize(2);
            assertThat(report.counts().taken()).isEqualTo(1);
            for (int i = 1; i < journal.size(); i++) {
                assertThat(journal.get(i).changes().get(0).before()).containsExactly(AttributeValue.text("theirs"));
            }
        }
    }

    @Test
    void finds_out_what_a_worker_that_died_had_written() {
        try (Rig rig = new Rig(2, Mailboxes.changes(2, 1, "ours"))) {
            DyingStore store = new DyingStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).connections(1).build()) {
                rig.directory.onWriteOf(1, real -> unavailable());
                store.dies = true;
                RunReport died = writeback.runOnce();
                assertThat(died.ending()).isNotEqualTo(Ending.COMPLETED);
                assertThat(journal(rig.store)).isEmpty();
                rig.directory.onWrite = (write, real) -> real.get();

                RunReport report = writeback.runOnce();

                assertThat(report.ending()).isEqualTo(Ending.COMPLETED);
                assertThat(rig.directory.applied.get()).isEqualTo(2);
                assertThat(of(0, journal(rig.store)).run()).isEqualTo(died.cycleId());
                assertThat(of(1, journal(rig.store)).run()).isEqualTo(report.cycleId());
                assertThat(journal(rig.store)).hasSize(2);
            }
        }
    }

    @Test
    void brings_an_entry_back_that_a_worker_wrote_before_it_died_and_the_cloud_changed_its_mind() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "first"))) {
            DyingStore store = new DyingStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                writeback.runOnce();
                rig.source.page(Mailboxes.changes(1, 2, "second"));
                store.dies = true;
                writeback.runOnce();
                assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("second");
                rig.source.page(Mailboxes.changes(1, 3, "first"));

                RunReport report = writeback.runOnce();

                assertThat(rig.directory.text(0, "extensionAttribute1")).isEqualTo("first");
                assertThat(report.counts().taken()).isEqualTo(1);
                assertThat(journal(rig.store)).hasSize(3);
                assertThat(writeback.runOnce().counts().taken()).isZero();
            }
        }
    }

    @Test
    void keeps_a_write_of_an_object_that_the_cloud_lets_go_after_the_worker_died() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            DyingStore store = new DyingStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                store.dies = true;
                writeback.runOnce();
                rig.source.page(List.of(CloudChange.removal(Mailboxes.id(0), 2)));
                writeback.runOnce();
                assertThat(journal(rig.store)).hasSize(1);
            }
        }
    }

    @Test
    void leaves_a_write_in_doubt_as_long_as_the_directory_does_not_answer() {
        try (Rig rig = new Rig(1, Mailboxes.changes(1, 1, "ours"))) {
            DyingStore store = new DyingStore(rig.store);
            try (Writeback writeback = rig.builder().store(store).build()) {
                store.dies = true;
                RunReport died = writeback.runOnce();
                rig.directory.onLookup = (request, real) -> request.anchors().stream()
                        .<LookupOutcome>map(anchors ->
                                new LookupOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)))
                        .toList();
                assertThat(writeback.runOnce().ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
                assertThat(journal(rig.store)).isEmpty();
                rig.directory.onLookup = (request, real) -> real.get();
                writeback.runOnce();
                assertThat(journal(rig.store)).extracting(Written::run).containsExactly(died.cycleId());
            }
        }
    }

    static List<Written> journal(WritebackStore store) {
        return store.records().journal().read(Optional.empty(), 0, 1000).stream()
                .map(JournalLine::record)
                .filter(Written.class::isInstance)
                .map(Written.class::cast)
                .toList();
    }

    private static Written of(int number, List<Written> journal) {
        return journal.stream()
                .filter(it -> it.object().equals(Mailboxes.id(number)))
                .findFirst()
                .orElseThrow();
    }

    private static WriteOutcome unknown() {
        return new WriteOutcome.Unknown(problem(ErrorCode.OUTCOME_UNKNOWN));
    }

    private static WriteOutcome unavailable() {
        return new WriteOutcome.Unavailable(problem(ErrorCode.DIRECTORY_UNAVAILABLE));
    }

    private static Problem problem(ErrorCode code) {
        return MapDirectory.problem(code);
    }
}
