package dev.writeback.engine;

import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Counts;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Undo;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an undo did, or would do.
 *
 * @param run the run that was undone
 * @param cycleId what its own statuses and its own journal name it
 * @param started when it began
 * @param took how long it took
 * @param counts what became of the entries
 * @param undelivered how many statuses the reporter has not taken yet; up to 1,000 are counted
 * @param ending how it ended
 * @param problem why it did not complete, or would not; nothing if it did
 */
public record UndoReport(
        String run,
        String cycleId,
        Instant started,
        Duration took,
        UndoCounts counts,
        int undelivered,
        Ending ending,
        Optional<Problem> problem) {

    /** Whether the journal knows the run. */
    public boolean isKnown() {
        return problem.filter(it -> it.code() == ErrorCode.RUN_NOT_FOUND).isEmpty();
    }

    static UndoReport of(String run, Cycle cycle, Duration took, Undo.Result result, int undelivered, Brake brake) {
        Counts counts = result.counts();
        Optional<Brake.Reason> stopped = brake.reason();
        return new UndoReport(
                run,
                cycle.id(),
                cycle.started(),
                took,
                new UndoCounts(
                        counts.written(),
                        result.left(),
                        counts.unchanged(),
                        counts.skipped(),
                        counts.failed(),
                        counts.released(),
                        counts.destroyed()),
                undelivered,
                stopped.map(reason -> Endings.of(reason.cause())).orElseGet(() -> ending(result)),
                stopped.map(Brake.Reason::problem).orElseGet(result::problem));
    }

    private static Ending ending(Undo.Result result) {
        boolean held = result.problem()
                .filter(it -> it.code() == ErrorCode.DESTRUCTION_LIMIT)
                .isPresent();
        boolean failed = result.counts().failed() > 0 || result.problem().isPresent();
        return held ? Ending.HELD : failed ? Ending.COMPLETED_WITH_FAILURES : Ending.COMPLETED;
    }
}
