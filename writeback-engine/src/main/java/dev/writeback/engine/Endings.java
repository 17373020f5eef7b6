package dev.writeback.engine;

import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Counts;
import dev.writeback.engine.run.Dispatcher;
import dev.writeback.engine.run.IntakeRun;
import dev.writeback.plan.Problem;
import java.util.Optional;

/** From what happened in a run to how it ended: whatever stopped it counts before whatever failed in it. */
final class Endings {

    private Endings() {}

    /** What a person must decide about counts before all else. */
    static Ending of(IntakeRun.Result in, Dispatcher.Result out, Brake brake) {
        return out.held().isPresent() ? Ending.HELD : of(in, out.counts(), brake);
    }

    static Optional<Problem> problem(IntakeRun.Result in, Dispatcher.Result out, Brake brake) {
        return out.held().or(() -> problem(in, brake));
    }

    static Ending of(IntakeRun.Result in, Counts out, Brake brake) {
        Optional<Ending> stopped = brake.reason().map(reason -> of(reason.cause()));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (in.problem().isPresent()) {
            return Ending.SOURCE_UNREACHABLE;
        }
        return out.failed() + out.expired() + in.rejected() > 0 ? Ending.COMPLETED_WITH_FAILURES : Ending.COMPLETED;
    }

    static Optional<Problem> problem(IntakeRun.Result in, Brake brake) {
        return brake.reason().map(Brake.Reason::problem).orElseGet(in::problem);
    }

    static Ending of(Brake.Cause cause) {
        return switch (cause) {
            case STOPPED -> Ending.STOPPED;
            case HELD -> Ending.HELD;
            case SOURCE_UNREACHABLE -> Ending.SOURCE_UNREACHABLE;
            case DIRECTORY_UNREACHABLE -> Ending.DIRECTORY_UNREACHABLE;
            case STORE_FAILED -> Ending.STORE_FAILED;
        };
    }

    static RunCounts counts(IntakeRun.Result in, Counts out) {
        return new RunCounts(
                in.read(),
                in.rejected(),
                out.taken(),
                out.written(),
                out.unchanged(),
                out.skipped(),
                out.failed(),
                out.expired(),
                out.warnings(),
                out.drifted(),
                out.parked(),
                out.waiting(),
                out.held(),
                out.released(),
                out.destroyed(),
                out.lookups(),
                out.writes());
    }
}
