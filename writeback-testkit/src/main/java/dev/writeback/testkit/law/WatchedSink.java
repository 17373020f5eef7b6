package dev.writeback.testkit.law;

import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.WriteOutcome;
import dev.writeback.spi.CheckRequest;
import dev.writeback.spi.DirectorySink;
import dev.writeback.spi.EntryWrite;
import dev.writeback.spi.Finding;
import dev.writeback.spi.LookupOutcome;
import dev.writeback.spi.LookupRequest;
import dev.writeback.testkit.arbitrary.HistoryStep;
import dev.writeback.testkit.arbitrary.Trouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/** What an engine sees of a world's directory: it fails when it is told to, somebody interferes, and it remembers. */
final class WatchedSink implements DirectorySink {

    private final Field field;
    private final IntSupplier told;
    private final Deque<Trouble> searches = new ArrayDeque<>();
    private final Deque<Trouble> failures = new ArrayDeque<>();
    private final List<HistoryStep.Edited> pending = new ArrayList<>();
    private final List<Interference> interferences = new ArrayList<>();
    private final List<EntryWrite> writes = new ArrayList<>();

    /**
     * @param field where it is
     * @param told tells how many statuses were told by now
     */
    WatchedSink(Field field, IntSupplier told) {
        this.field = field;
        this.told = told;
    }

    synchronized void fail(Trouble trouble) {
        (trouble == Trouble.SEARCH_FAILED ? searches : failures).add(trouble);
    }

    synchronized void interfere(HistoryStep.Edited edit) {
        pending.add(edit);
    }

    /** Nothing fails any more, and nobody interferes. */
    synchronized void calm() {
        searches.clear();
        failures.clear();
        pending.clear();
    }

    /** The writes that were made, in their order. */
    synchronized List<EntryWrite> writes() {
        return List.copyOf(writes);
    }

    /** What somebody did right before a write, in order. */
    synchronized List<Interference> interferences() {
        return List.copyOf(interferences);
    }

    @Override
    public synchronized List<LookupOutcome> lookup(LookupRequest request) {
        if (!request.anchors().isEmpty() && searches.poll() != null) {
            return request.anchors().stream()
                    .<LookupOutcome>map(it -> new LookupOutcome.Unavailable(
                            MemoryProblem.of(ErrorCode.DIRECTORY_UNAVAILABLE, "nobody answers a search")))
                    .toList();
        }
        return field.directory().lookup(request);
    }

    @Override
    public synchronized WriteOutcome write(EntryWrite write) {
        pending.removeIf(edit -> {
            boolean comes = edit.mailbox().guid().equals(write.entry().guid());
            if (comes) {
                interferences.add(
                        new Interference(edit, field.values(edit.mailbox(), edit.attribute()), told.getAsInt()));
                field.edit(edit);
            }
            return comes;
        });
        Trouble trouble = failures.poll();
        if (trouble == Trouble.WRITE_REFUSED) {
            return new WriteOutcome.Unavailable(MemoryProblem.of(ErrorCode.DIRECTORY_BUSY, "a write has no time"));
        }
        if (trouble == Trouble.WRITE_LOST) {
            return unknown();
        }
        WriteOutcome outcome = field.directory().write(write);
        if (outcome instanceof WriteOutcome.Applied) {
            writes.add(write);
        }
        return trouble == Trouble.ANSWER_LOST ? unknown() : outcome;
    }

    @Override
    public List<Finding> check(CheckRequest request) {
        return field.directory().check(request);
    }

    private static WriteOutcome unknown() {
        return new WriteOutcome.Unknown(MemoryProblem.of(ErrorCode.OUTCOME_UNKNOWN, "an answer was lost"));
    }
}
