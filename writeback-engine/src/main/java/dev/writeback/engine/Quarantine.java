package dev.writeback.engine;

import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Delivery;
import dev.writeback.engine.run.HeldDecision;
import dev.writeback.engine.run.Overview;
import dev.writeback.engine.run.Parts;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.AppliedPlan.End;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person sees of runs that are held, and what the person decides. */
final class Quarantine {

    private final Parts parts;
    private final Delivery delivery;
    private final Overview overview;
    private final HeldDecision decision;

    Quarantine(Parts parts, Delivery delivery) {
        this.parts = parts;
        this.delivery = delivery;
        this.overview = new Overview(parts);
        this.decision = new HeldDecision(parts, delivery::wake);
    }

    StatusReport status(Consumer<Holding> show, Brake brake) {
        Overview.Result seen = overview.show(show, brake);
        return new StatusReport(seen.objects(), seen.held(), seen.last(), seen.undelivered(), seen.problem());
    }

    ApplyReport approve(Cycle cycle, Consumer<AppliedPlan> show, Brake brake) {
        HeldDecision.Result result = decision.approve(cycle, brake, show);
        int undelivered = delivery.drain(brake);
        int refused = count(result, End.REFUSED);
        int failed = count(result, End.FAILED);
        return new ApplyReport(
                cycle.id(),
                cycle.started(),
                sinceStartOf(cycle),
                count(result, End.APPLIED),
                count(result, End.ALREADY_APPLIED),
                refused,
                failed,
                Math.toIntExact(result.left()),
                0,
                result.destroyed(),
                undelivered,
                ending(result, refused + failed, brake),
                problem(result, brake));
    }

    RejectReport reject(Cycle cycle, Brake brake) {
        HeldDecision.Result result = decision.reject(cycle, brake);
        int undelivered = delivery.drain(brake);
        return new RejectReport(
                cycle.id(),
                cycle.started(),
                sinceStartOf(cycle),
                result.runs(),
                count(result, End.RELEASED),
                undelivered,
                ending(result, 0, brake),
                problem(result, brake));
    }

    private static Ending ending(HeldDecision.Result result, int problems, Brake brake) {
        return brake.reason()
                .map(reason -> Endings.of(reason.cause()))
                .orElse(problems > 0 || result.left() > 0 ? Ending.COMPLETED_WITH_FAILURES : Ending.COMPLETED);
    }

    private static Optional<Problem> problem(HeldDecision.Result result, Brake brake) {
        return brake.reason().map(Brake.Reason::problem).orElseGet(result::problem);
    }

    private static int count(HeldDecision.Result result, End end) {
        return result.ends().getOrDefault(end, 0);
    }

    private Duration sinceStartOf(Cycle cycle) {
        Instant now = parts.time().instant();
        return Duration.between(cycle.started(), now);
    }
}
