package dev.writeback.engine.run;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.planning.SavedPlan;
import dev.writeback.engine.run.Case.Attempt;
import dev.writeback.engine.run.Case.Trace;
import dev.writeback.model.Anchor;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.plan.SkipReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes entries to what saved plans say, and nowhere else. */
final class SavedCourse implements Course {

    private static final String AGAIN = "Make a new plan and look at it again.";

    private final Parts parts;
    private final Map<CloudObjectId, SavedPlan> plans;

    SavedCourse(Parts parts, Map<CloudObjectId, SavedPlan> plans) {
        this.parts = parts;
        this.plans = plans;
    }

    /** Takes claimed objects to what their plans say; those that the run ends too early for stay open. */
    static void carryOut(Parts parts, Rounds rounds, List<SavedCase> claimed) {
        Map<CloudObjectId, SavedPlan> plans = new HashMap<>();
        List<Case> cases = new ArrayList<>(claimed.size());
        for (SavedCase one : claimed) {
            plans.put(one.saved().plan().object(), one.saved());
            one.claimed().ifPresent(cases::add);
        }
        SavedCourse course = new SavedCourse(parts, plans);
        rounds.resolve(cases);
        cases.forEach(one -> Rounds.guarded(one, () -> course.begin(one)));
        rounds.run(cases, course);
    }

    /** Ends a case whose plan may not be carried out, whatever its entry holds. */
    void begin(Case one) {
        if (!one.isOpen()) {
            return;
        }
        SavedPlan saved = saved(one);
        saved.flaw().or(() -> withdrawn(one)).ifPresent(problem -> refuse(one, saved.plan(), problem));
    }

    @Override
    public List<Anchor> anchors(Case one) {
        return one.item().object().anchorValues();
    }

    @Override
    public Plan plan(Case one, DirectoryEntry entry) {
        SavedPlan saved = saved(one);
        if (entry.outside().isPresent()) {
            return saved.plan()
                    .refused(rejected("%s is not in scope. %s"
                            .formatted(entry.id(), entry.outside().get())));
        }
        Plan now = saved.on(entry);
        Attempt lost = one.lost();
        if (now.writes() && lost != null && lost.trace() == Trace.NONE) {
            return now.refused(saved.overtaken());
        }
        Plan guarded = parts.guard().check(now, entry);
        return guarded.disposition() instanceof Disposition.Skip skip && skip.reason() == SkipReason.PROTECTED_ENTRY
                ? now.refused(rejected(skip.sentence()))
                : guarded;
    }

    /** Nothing is planned anew. */
    @Override
    public boolean triesAgain(Case one) {
        return false;
    }

    /** The cloud may have let go of the object since: what a plan says about it is then the directory's to say. */
    private Optional<Problem> withdrawn(Case one) {
        return parts.planner()
                .planWithoutEntry(one.item().object(), Baseline.none(), Circumstances.plain())
                .map(plan -> plan.disposition()
                        .match(
                                write -> rejected("The object is no longer written."),
                                skip -> Problem.of(ErrorCode.PLAN_OUTDATED, skip.sentence(), AGAIN),
                                Disposition.Refuse::problem));
    }

    private SavedPlan saved(Case one) {
        SavedPlan saved = plans.get(one.id());
        if (saved == null) {
            throw new IllegalStateException("object %s was claimed and has no plan".formatted(one.id()));
        }
        return saved;
    }

    private static Problem rejected(String sentence) {
        return Problem.of(ErrorCode.REJECTED, sentence, AGAIN);
    }

    private static void refuse(Case one, Plan plan, Problem problem) {
        one.conclude(Conclusion.failed(plan.refused(problem), problem));
    }
}
