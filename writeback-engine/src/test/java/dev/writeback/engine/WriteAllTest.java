package dev.writeback.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writeback.engine.run.Mailboxes;
import dev.writeback.engine.run.MapDirectory;
import dev.writeback.model.CloudChange;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run does with a sink that takes several writes at once. */
class WriteAllTest {

    private static final int AT_ONCE = 4;

    /** How many writes the sink was given at once, each time. */
    private final List<Integer> batches = new ArrayList<>();

    @Test
    void a_sink_is_given_as_many_writes_at_once_as_it_wants() {
        try (Rig rig = new Rig(10, Mailboxes.changes(10, 1, "ours"));
                Writeback writeback = rig.builder()
                        .directory(batching(rig.directory))
                        .connections(1)
                        .build()) {
            RunReport report = writeback.runOnce();

            assertThat(report.counts().written()).isEqualTo(10);
            assertThat(batches).containsExactly(4, 4, 2);
            assertThat(IntStream.range(0, 10).mapToObj(i -> rig.directory.text(i, "extensionAttribute1")))
                    .containsOnly("ours");
        }
    }

    @Test
    void a_limit_is_reached_exactly_although_writes_are_given_several_at_once() {
        List<CloudChange> cleared = IntStream.range(0, 10)
                .mapToObj(number -> Mailboxes.change(number, 1, "CustomAttribute1", ""))
                .toList();
        try (Rig rig = new Rig(10, cleared);
                Writeback writeback = rig.builder()
                        .directory(batching(rig.directory))
                        .connections(1)
                        .limits(Limits.standard().withDestructiveChanges(6))
                        .build()) {
            IntStream.range(0, 10).forEach(number -> rig.directory.set(number, "extensionAttribute1", "theirs"));

            RunReport report = writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.HELD);
            assertThat(report.counts().written()).isEqualTo(6);
            assertThat(report.counts().held()).isEqualTo(4);
            assertThat(rig.directory.applied.get()).isEqualTo(6);
        }
    }

    @Test
    void a_directory_that_goes_away_among_writes_at_once_ends_the_run_and_what_was_written_counts() {
        try (Rig rig = new Rig(10, Mailboxes.changes(10, 1, "ours"));
                Writeback writeback = rig.builder()
                        .directory(batching(rig.directory))
                        .connections(1)
                        .build()) {
            rig.directory.onWriteOf(
                    2, real -> new WriteOutcome.Unavailable(MapDirectory.problem(ErrorCode.DIRECTORY_UNAVAILABLE)));

            RunReport report = writeback.runOnce();

            assertThat(report.ending()).isEqualTo(Ending.DIRECTORY_UNREACHABLE);
            assertThat(report.counts().written())
                    .as("the other three of the four")
                    .isEqualTo(3);
            rig.directory.onWrite = (write, real) -> real.get();
            assertThat(writeback.runOnce().counts().written()).isEqualTo(7);
            assertThat(rig.directory.applied.get()).isEqualTo(10);
        }
    }

    @Test
    void a_rate_is_kept_to_by_single_writes() {
        try (Rig rig = new Rig(3, Mailboxes.changes(3, 1, "ours"));
                Writeback writeback = rig.builder()
                        .directory(batching(rig.directory))
                        .limits(Limits.standard().withWritesPerSecond(1_000))
                        .build()) {
            assertThat(writeback.runOnce().counts().written()).isEqualTo(3);
            assertThat(batches).isEmpty();
        }
    }

    @Test
    void a_sink_that_answers_about_fewer_writes_than_it_was_given_is_broken_and_nothing_is_taken_for_written() {
        try (Rig rig = new Rig(4, Mailboxes.changes(4, 1, "ours"))) {
            DirectorySink forgetful = new Batching(rig.directory) {
                @Override
                public List<WriteOutcome> writeAll(List<EntryWrite> writes) {
                    return super.writeAll(writes).subList(1, writes.size());
                }
            };
            try (Writeback writeback =
                    rig.builder().directory(forgetful).connections(1).build()) {
                RunReport report = writeback.runOnce();

                assertThat(report.counts().written()).isZero();
                assertThat(report.counts().failed()).isEqualTo(4);
            }
        }
    }

    private DirectorySink batching(MapDirectory directory) {
        return new Batching(directory);
    }

    /** Counts what it is given at once. */
    private class Batching implements DirectorySink {

        private final MapDirectory directory;

        Batching(MapDirectory directory) {
            this.directory = directory;
        }

        @Override
        public List<LookupOutcome> lookup(LookupRequest request) {
            return directory.lookup(request);
        }

        @Override
        public WriteOutcome write(EntryWrite write) {
            return directory.write(write);
        }

        @Override
        public List<WriteOutcome> writeAll(List<EntryWrite> writes) {
            batches.add(writes.size());
            return writes.stream().map(this::write).toList();
        }

        @Override
        public int writesAtOnce() {
            return AT_ONCE;
        }

        @Override
        public List<Finding> check(CheckRequest request) {
            return directory.check(request);
        }
    }
}
