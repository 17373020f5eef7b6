package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.engine.run.RecordedStatuses;
import dev.writeback.engine.run.ScriptedSource;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ReplicaMark;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Status;
import dev.writeback.plan.Step;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.spi.WritebackStore;
import dev.writeback.testkit.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A directory of two copies, of which the second knows only what was replicated to it. */
class ReplicaTest {

    private final MapDirectory first = MapDirectory.of(3);
    private final MapDirectory second = MapDirectory.of(3);
    private final Copies copies = new Copies();
    private final RecordedStatuses statuses = new RecordedStatuses();
    private final SettableClock time = SettableClock.at("2026-11-21T10:00:00Z");
    private final WritebackStore store = Writeback.memoryStore();
    private final ScriptedSource source = ScriptedSource.of(Mailboxes.changes(3, 1, "one"));

    @Test
    void keeps_with_what_is_agreed_where_it_was_written() {
        try (Writeback writeback = writeback()) {
            writeback.runOnce();

            assertThat(copies.asked).isEqualTo(1);
            assertThat(baselineMarks()).containsOnly(Optional.of(new ReplicaMark("3")));
        }
    }

    @Test
    void keeps_with_what_is_agreed_where_it_was_found() {
        List.of(0, 1, 2).forEach(number -> first.set(number, "extensionAttribute1", "one"));
        try (Writeback writeback = writeback()) {
            writeback.runOnce();

            assertThat(copies.asked).isZero();
            assertThat(baselineMarks()).containsOnly(Optional.of(new ReplicaMark("0")));
        }
    }

    @Test
    void waits_for_a_copy_that_is_behind_and_takes_nothing_there_for_a_conflict() {
        try (Writeback writeback = writeback()) {
            writeback.runOnce();
            copies.usesSecond = true;
            source.page(Mailboxes.changes(3, 2, "two"));

            RunReport behind = writeback.runOnce();

            assertThat(behind.ending()).isEqualTo(Ending.COMPLETED_WITH_FAILURES);
            assertThat(behind.counts().writes()).isZero();
            Status status = statuses.last(0);
            assertThat(status.problem().orElseThrow().code()).isEqualTo(ErrorCode.REPLICA_BEHIND);
            assertThat(second.text(0, "extensionAttribute1")).isEmpty();

            copies.replicate();
            time.advance(Duration.ofHours(1));
            RunReport caughtUp = writeback.runOnce();

            assertThat(caughtUp.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(second.text(0, "extensionAttribute1")).isEqualTo("two");
            assertThat(statuses.last(0).result()).isEqualTo(Step.Result.SUCCESS);
        }
    }

    @Test
    void drift_is_not_seen_in_a_copy_that_is_behind() {
        try (Writeback writeback = writeback()) {
            writeback.runOnce();
            copies.usesSecond = true;
            List<Drifted> drifted = new ArrayList<>();

            writeback.drift(drifted::add);

            assertThat(drifted).allMatch(one -> one.plan().decisions().isEmpty());
        }
    }

    private Writeback writeback() {
        return Writeback.builder()
                .source(source)
                .directory(copies)
                .reporter(statuses)
                .store(store)
                .time(time)
                .connections(1)
                .build();
    }

    private List<Optional<ReplicaMark>> baselineMarks() {
        return store.records().holdings().of(List.of(Mailboxes.id(0), Mailboxes.id(1), Mailboxes.id(2))).stream()
                .map(one -> one.baseline().mark())
                .toList();
    }

    /** The mark of a write is how many writes there were. */
    private final class Copies implements DirectorySink {

        private boolean usesSecond;
        private int seenBySecond;
        private int asked;

        void replicate() {
            seenBySecond = first.applied.get();
            List.of(0, 1, 2)
                    .forEach(number ->
                            second.set(number, "extensionAttribute1", first.text(number, "extensionAttribute1")));
        }

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            List<LookupOutcome> found = (usesSecond ? second : first).lookup(request);
            List<LookupOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                outcomes.add(isBehind(request.mark(i)) ? behind() : marked(found.get(i)));
            }
            return outcomes;
        }

        private boolean isBehind(Optional<ReplicaMark> mark) {
            return usesSecond && mark.isPresent() && Integer.parseInt(mark.get().value()) > seenBySecond;
        }

        private LookupOutcome behind() {
            return new LookupOutcome.Unavailable(Problem.of(ErrorCode.REPLICA_BEHIND, "It is behind.", "Wait."));
        }

        private LookupOutcome marked(LookupOutcome outcome) {
            if (outcome instanceof LookupOutcome.Found found) {
                DirectoryEntry entry = found.entry();
                return new LookupOutcome.Found(
                        new DirectoryEntry(entry.id(), entry.attributes(), server(), entry.changed(), now()));
            }
            return outcome;
        }

        private String server() {
            return usesSecond ? "second:636" : "first:636";
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return (usesSecond ? second : first).write(write);
        }

        @Override
        public Optional<ReplicaMark> mark(String server) {
            asked = asked + 1;
            return now();
        }

        private Optional<ReplicaMark> now() {
            return Optional.of(new ReplicaMark(Integer.toString(first.applied.get())));
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return List.of();
        }
    }
}
