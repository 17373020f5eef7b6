package dev.writeback.engine;

import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.DriftCheck;
import dev.writeback.engine.run.IntakeRun;
import dev.writeback.engine.run.Parts;
import dev.writeback.engine.run.RollBackView;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.plan.RollBack;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at the directory that write nothing to it. */
final class Looking {

    private final Parts parts;

    Looking(Parts parts) {
        this.parts = parts;
    }

    /** A look for drift, by which everything that is found is shown. */
    DriftCheck check(Consumer<Drifted> show) {
        return new DriftCheck(parts, (plan, reconciled) -> show.accept(new Drifted(plan, reconciled)));
    }

    DriftReport everything(DriftCheck check, Cycle cycle, Brake brake) {
        return report(check.all(cycle, brake), cycle, brake);
    }

    DriftReport changes(DriftCheck check, Cycle cycle, Brake brake) {
        return report(check.next(cycle, brake), cycle, brake);
    }

    private DriftReport report(DriftCheck.Result result, Cycle cycle, Brake brake) {
        Optional<Problem> problem = brake.reason().map(Brake.Reason::problem).orElseGet(result::unwatched);
        Ending ending = result.unwatched().isPresent() ? Ending.DIRECTORY_UNREACHABLE : Ending.COMPLETED;
        return new DriftReport(
                cycle.started(),
                took(cycle),
                result.checked(),
                result.drifted(),
                result.unmatched(),
                result.outOfScope(),
                ending(brake, ending),
                problem);
    }

    RollBackReport rollBack(
            Collection<CloudObjectId> ids, IntakeRun.Result in, Cycle cycle, Brake brake, Consumer<RollBack> show) {
        RollBackView.Result result = new RollBackView(parts).show(ids, cycle, brake, show);
        Ending ending = in.problem().isPresent() ? Ending.SOURCE_UNREACHABLE : Ending.COMPLETED;
        return new RollBackReport(
                cycle.started(),
                took(cycle),
                result.checked(),
                result.losing(),
                result.unmatched(),
                result.unknown(),
                ending(brake, ending),
                Endings.problem(in, brake));
    }

    private static Ending ending(Brake brake, Ending otherwise) {
        return brake.reason().map(reason -> Endings.of(reason.cause())).orElse(otherwise);
    }

    private Duration took(Cycle cycle) {
        return Duration.between(cycle.started(), parts.time().instant());
    }
}
