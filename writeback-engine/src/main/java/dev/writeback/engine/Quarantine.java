package dev.writeback.engine;

import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.Delivery;
import dev.writeback.engine.run.Overview;
import dev.writeback.engine.run.Parts;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person sees of runs that are held, and what the person decides. */
final class Quarantine {

    private final Parts parts;
    private final Delivery delivery;

    Quarantine(Parts parts, Delivery delivery) {
        this.parts = parts;
        this.delivery = delivery;
    }

    StatusReport status(Consumer<Holding> show, Brake brake) {
        Overview.Result seen = new Overview(parts).show(show, brake);
        return new StatusReport(seen.objects(), seen.held(), seen.last(), seen.undelivered(), seen.problem());
    }

    ApplyReport approve(Cycle cycle, Consumer<AppliedPlan> show, Brake brake) {
        int undelivered = delivery.drain(brake);
        return new ApplyReport(
                cycle.id(),
                cycle.started(),
                sinceStartOf(cycle),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                undelivered,
                Ending.COMPLETED,
                Optional.of(nothingHeld()));
    }

    RejectReport reject(Cycle cycle, Brake brake) {
        int undelivered = delivery.drain(brake);
        return new RejectReport(
                cycle.id(),
                cycle.started(),
                sinceStartOf(cycle),
                List.of(),
                0,
                undelivered,
                Ending.COMPLETED,
                Optional.of(nothingHeld()));
    }

    private static Problem nothingHeld() {
        return Problem.of(
                ErrorCode.RUN_NOT_FOUND,
                "No run is held, so there is nothing to decide.",
                "Nothing is to be done; runs go on by themselves.");
    }

    private Duration sinceStartOf(Cycle cycle) {
        Instant now = parts.time().instant();
        return Duration.between(cycle.started(), now);
    }
}
