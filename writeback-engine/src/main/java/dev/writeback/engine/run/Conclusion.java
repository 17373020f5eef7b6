package dev.writeback.engine.run;

import dev.writeback.engine.planning.Departure;
import dev.writeback.engine.planning.Planner;
import dev.writeback.engine.planning.PrimaryWrite.Standing;
import dev.writeback.engine.planning.TakenAddresses;
import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.Omission;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Step;
import dev.writeback.plan.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one object in a run.
 *
 * @param plan what was planned, and written if it was
 * @param agreed the plan that says what both sides hold now; nothing if that is not known
 * @param progress how far the write came
 * @param result how it ended
 * @param problem what went wrong
 */
record Conclusion(Plan plan, Optional<Plan> agreed, Progress progress, Step.Result result, Optional<Problem> problem) {

    private static final Set<Progress> WRITTEN =
            EnumSet.of(Progress.DONE, Progress.CONFIRMED, Progress.DRIFTED, Progress.CONTENDED, Progress.FOUND_DONE);

    /** How far the write of an object came. */
    enum Progress {
        /** There was nothing to write, or it may not be written. */
        NONE,
        /** It was written. */
        DONE,
        /** It was written, and reading showed that it stands. */
        CONFIRMED,
        /** It was written, and reading showed that somebody else made another address the primary one. */
        DRIFTED,
        /** It was written, and reading showed that the entry has not the one primary address that it should have. */
        CONTENDED,
        /** The answer was lost, and reading showed that it was written. */
        FOUND_DONE,
        /** It was tried, and the directory says no or keeps changing. */
        FAILED,
        /** It would have been written, but nothing is to be written. */
        STAGED,
        /** It would have been written, but the run is held. */
        HELD
    }

    /** Of a plan that needed no entry. */
    static Conclusion withoutEntry(Plan plan) {
        return of(plan, Departure.isOne(plan) ? Optional.of(plan) : Optional.empty(), Progress.NONE);
    }

    /** Of a plan that writes nothing, made from the entry. */
    static Conclusion withEntry(Plan plan) {
        boolean same =
                reasonOf(plan).filter(SkipReason.REDUNDANT_EXPORT::equals).isPresent();
        return of(plan, same ? Optional.of(plan) : Optional.empty(), Progress.NONE);
    }

    /** Of a plan that was carried out. */
    static Conclusion written(Plan plan) {
        return of(plan, Optional.of(plan), Progress.DONE);
    }

    /** Of a plan that was carried out, as the entry shows that was read again. */
    static Conclusion confirmed(Plan plan, Standing standing) {
        return of(plan, Optional.of(plan), standing == Standing.CONFIRMED ? Progress.CONFIRMED : Progress.DRIFTED);
    }

    /** Of a plan that was carried out while somebody else wrote, so that it is to be looked at again. */
    static Conclusion contended(Plan plan) {
        return new Conclusion(plan, Optional.empty(), Progress.CONTENDED, Step.Result.WARNING, Optional.empty());
    }

    /** Of a plan whose answer was lost, and of which the entry shows, by another plan, that it was carried out. */
    static Conclusion foundWritten(Plan plan, Plan now) {
        return of(plan, Optional.of(now), Progress.FOUND_DONE);
    }

    /** Of a plan that is only shown. */
    static Conclusion staged(Plan plan) {
        return of(plan, Optional.empty(), plan.writes() ? Progress.STAGED : Progress.NONE);
    }

    /** Of a plan that is put aside until somebody decides. */
    static Conclusion held(Plan plan) {
        return new Conclusion(plan, Optional.empty(), Progress.HELD, Step.Result.SKIPPED, Optional.empty());
    }

    /** Of a plan that was put aside, and that somebody rejected. */
    static Conclusion rejected(Plan plan) {
        return withEntry(plan.skipped(
                SkipReason.REJECTED, "It was to be written by a run that was held, and somebody rejected that."));
    }

    /** Of a plan that failed before the directory was asked. */
    static Conclusion failed(Plan plan, Problem problem) {
        return new Conclusion(plan, Optional.empty(), Progress.NONE, Step.Result.FAILURE, Optional.of(problem));
    }

    /** Of a plan that the directory did not carry out. */
    static Conclusion notWritten(Plan plan, Problem problem) {
        return new Conclusion(plan, Optional.empty(), Progress.FAILED, Step.Result.FAILURE, Optional.of(problem));
    }

    /** The same, which somebody should look at. */
    Conclusion remarkable() {
        return result == Step.Result.SUCCESS
                ? new Conclusion(plan, agreed, progress, Step.Result.WARNING, problem)
                : this;
    }

    boolean wasWritten() {
        return WRITTEN.contains(progress);
    }

    /** Whether it waits for a person to decide about the run. */
    boolean isHeld() {
        return progress == Progress.HELD;
    }

    /** What a part of it waits for, each object once; empty if it is complete, failed or was left alone. */
    List<CloudObjectId> awaited() {
        return result != Step.Result.WARNING
                ? List.of()
                : plan.omissions().stream()
                        .filter(Omission.Unresolved.class::isInstance)
                        .map(omission -> ((Omission.Unresolved) omission).object())
                        .distinct()
                        .toList();
    }

    /** What a person must decide; nothing if it failed or was left alone. */
    List<AttributeDecision> parked() {
        return result == Step.Result.WARNING ? plan.decisions(Verdict.PARKED) : List.of();
    }

    /** Whether the object's entry is not in scope. */
    boolean isOutOfScope() {
        return skip().filter(SkipReason.NOT_IN_SCOPE::equals).isPresent();
    }

    /** Why the object was left alone; nothing if it was not. */
    Optional<SkipReason> skip() {
        return reasonOf(plan);
    }

    private static Conclusion of(Plan plan, Optional<Plan> agreed, Progress progress) {
        if (plan.disposition() instanceof Disposition.Refuse refuse) {
            return failed(plan, refuse.problem());
        }
        boolean left = reasonOf(plan)
                .filter(reason -> reason != SkipReason.REDUNDANT_EXPORT)
                .isPresent();
        Optional<Problem> incomplete = left ? Optional.empty() : incomplete(plan);
        if (incomplete.isPresent()) {
            return new Conclusion(plan, agreed, progress, Step.Result.FAILURE, incomplete);
        }
        return new Conclusion(plan, agreed, progress, result(plan, left, progress), Optional.empty());
    }

    private static Optional<Problem> incomplete(Plan plan) {
        return TakenAddresses.problem(plan).or(() -> Planner.invalidValues(plan));
    }

    private static Step.Result result(Plan plan, boolean left, Progress progress) {
        boolean remarkable = !plan.decisions(Verdict.CONFLICT).isEmpty()
                || !plan.decisions(Verdict.DRIFT).isEmpty()
                || !plan.decisions(Verdict.PARKED).isEmpty()
                || !plan.omissions().isEmpty();
        if (!left && remarkable) {
            return Step.Result.WARNING;
        }
        return progress == Progress.NONE ? Step.Result.SKIPPED : Step.Result.SUCCESS;
    }

    private static Optional<SkipReason> reasonOf(Plan plan) {
        return plan.disposition() instanceof Disposition.Skip skip ? Optional.of(skip.reason()) : Optional.empty();
    }
}
