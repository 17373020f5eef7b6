package dev.writeback.engine.run;

import dev.writeback.engine.planning.SavedPlan;
import dev.writeback.plan.AppliedPlan;
import dev.writeback.plan.AppliedPlan.End;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Step;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A saved plan on its way. Confined to the thread that took it. */
final class SavedCase {

    /** What says nothing about the plan. */
    private static final Set<ErrorCode> FAULTS =
            EnumSet.of(ErrorCode.INTERNAL_ERROR, ErrorCode.DIRECTORY_BUSY, ErrorCode.REPLICA_BEHIND);

    private final SavedPlan saved;
    private @Nullable Case one;
    private @Nullable Problem refused;

    SavedCase(SavedPlan saved) {
        this.saved = saved;
    }

    SavedPlan saved() {
        return saved;
    }

    /** Its object, as it was claimed; nothing if it is nobody's yet. */
    Optional<Case> claimed() {
        return Optional.ofNullable(one);
    }

    /** That its object was claimed, for the first time or again. */
    void claim(Case object) {
        one = object;
    }

    /** That its object could not be claimed. */
    void refuse(Problem problem) {
        refused = problem;
    }

    /** Whether its object is still to be claimed. */
    boolean isUnclaimed() {
        return refused == null && (one == null || one.isHandedBack());
    }

    /** What became of it. */
    AppliedPlan end() {
        Conclusion conclusion = one == null ? null : one.conclusion();
        if (refused != null) {
            return new AppliedPlan(saved.plan(), End.REFUSED, Optional.of(refused));
        }
        return conclusion == null
                ? new AppliedPlan(saved.plan(), End.RELEASED, Optional.empty())
                : new AppliedPlan(saved.plan(), end(conclusion), conclusion.problem());
    }

    private static End end(Conclusion conclusion) {
        if (conclusion.wasWritten()) {
            return End.APPLIED;
        }
        if (isRedundant(conclusion)) {
            return End.ALREADY_APPLIED;
        }
        boolean isFault =
                conclusion.problem().map(it -> FAULTS.contains(it.code())).orElse(false);
        boolean tried = conclusion.progress() == Conclusion.Progress.FAILED;
        return tried || isFault || conclusion.result() != Step.Result.FAILURE ? End.FAILED : End.REFUSED;
    }

    private static boolean isRedundant(Conclusion conclusion) {
        return conclusion.skip().filter(SkipReason.REDUNDANT_EXPORT::equals).isPresent();
    }
}
