package dev.writeback.engine;

import dev.writeback.engine.exchange.AcceptedDomains;
import dev.writeback.engine.json.InvalidPlanException;
import dev.writeback.engine.json.PlanReader;
import dev.writeback.engine.planning.Repeats;
import dev.writeback.engine.run.Brake;
import dev.writeback.engine.run.Cycle;
import dev.writeback.engine.run.IntakeRun;
import dev.writeback.engine.run.Parts;
import dev.writeback.engine.run.SavedRun;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.AppliedPlan.End;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Carries one document of saved plans out: looks it through first, then writes what it says. */
final class SavedApply {

    private final Parts parts;
    private final String profile;
    private final SavedPlans document;
    private final Brake brake;
    private final Cycle cycle;
    private IntakeRun.Result read = IntakeRun.Result.NOTHING;
    private Optional<Problem> unreadable = Optional.empty();

    /** What the document holds. */
    private record Contents(int writing, int others, Repeats repeats) {}

    SavedApply(Parts parts, String profile, SavedPlans document, Brake brake) {
        this.parts = parts;
        this.profile = profile;
        this.document = document;
        this.brake = brake;
        this.cycle = new Cycle(parts.ids().get(), parts.time().instant(), Cycle.Kind.DELTA, AcceptedDomains.all());
    }

    Cycle cycle() {
        return cycle;
    }

    /**
     * Does it.
     *
     * @param source reads the source
     * @param drain delivers statuses, and tells how many are left
     */
    ApplyReport run(
            SavedRun run, Supplier<IntakeRun.Result> source, Consumer<AppliedPlan> show, ToIntFunction<Brake> drain) {
        try {
            Contents contents = contents();
            try (PlanReader reader = document.open()) {
                SavedRun.Result result = run.run(
                        cycle, brake, () -> next(reader), contents.repeats::contains, () -> read = source.get(), show);
                return report(contents, result, drain.applyAsInt(brake));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Contents contents() throws IOException {
        Repeats.Count count = new Repeats.Count();
        int others = 0;
        try (PlanReader reader = document.open()) {
            requireProfile(reader);
            for (Optional<Plan> plan = reader.next(); plan.isPresent(); plan = reader.next()) {
                if (plan.get().writes()) {
                    count.add(plan.get());
                } else {
                    others++;
                }
            }
        }
        return new Contents(count.plans(), others, count.repeats());
    }

    private void requireProfile(PlanReader reader) {
        if (!reader.profile().equals(profile)) {
            throw new InvalidPlanException(
                    1,
                    1,
                    "the plan was made with the profile '%s', and the present one is '%s'; apply it with the profile it was made with"
                            .formatted(reader.profile(), profile));
        }
    }

    /** It was readable when it was looked through; what has become unreadable since ends it, and is told. */
    private Optional<Plan> next(PlanReader reader) {
        try {
            Optional<Plan> plan = reader.next();
            while (plan.isPresent() && !plan.get().writes()) {
                plan = reader.next();
            }
            return plan;
        } catch (InvalidPlanException | IOException fault) {
            unreadable = Optional.of(Problem.of(
                    ErrorCode.PLAN_OUTDATED,
                    "The saved plan was changed while it was carried out.",
                    "Apply it again when nobody writes to it; what is done already is left as it is."));
            return Optional.empty();
        }
    }

    private ApplyReport report(Contents contents, SavedRun.Result result, int undelivered) {
        int applied = count(result, End.APPLIED);
        int already = count(result, End.ALREADY_APPLIED);
        int refused = count(result, End.REFUSED);
        int failed = count(result, End.FAILED);
        Instant now = parts.time().instant();
        return new ApplyReport(
                cycle.id(),
                cycle.started(),
                Duration.between(cycle.started(), now),
                applied,
                already,
                refused,
                failed,
                Math.max(0, contents.writing - applied - already - refused - failed),
                contents.others,
                result.destroyed(),
                undelivered,
                ending(refused + failed),
                brake.reason().map(Brake.Reason::problem).orElse(unreadable.or(() -> read.problem())));
    }

    private Ending ending(int problems) {
        Optional<Ending> stopped = brake.reason().map(reason -> Endings.of(reason.cause()));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (read.problem().isPresent()) {
            return Ending.SOURCE_UNREACHABLE;
        }
        return problems > 0 || unreadable.isPresent() ? Ending.COMPLETED_WITH_FAILURES : Ending.COMPLETED;
    }

    private static int count(SavedRun.Result result, End end) {
        return result.ends().getOrDefault(end, 0);
    }
}
