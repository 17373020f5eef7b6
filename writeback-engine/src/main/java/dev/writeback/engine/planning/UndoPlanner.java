package dev.writeback.engine.planning;

import dev.writeback.engine.mapping.Flow;
import dev.writeback.engine.mapping.Profile;
import dev.writeback.model.Agreement;
import dev.writeback.model.AttributeName;
import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ForbiddenAttributes;
import dev.writeback.plan.AttributeDecision;
import dev.writeback.plan.Disposition;
import dev.writeback.plan.JournalRecord.Change;
import dev.writeback.plan.JournalRecord.Written;
import dev.writeback.plan.Plan;
import dev.writeback.plan.SkipReason;
import dev.writeback.plan.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From what the journal says that a run wrote to an entry, and the entry as it is now, to the plan that takes it back: a
 * pure function. What somebody changed since then is left, and the decision says so.
 *
 * <p>Immutable, for any number of threads.
 */
public final class UndoPlanner {

    private final Map<AttributeName, Flow> flows = new LinkedHashMap<>();

    /** For this profile: nothing beyond it is touched, whatever the journal says. */
    public UndoPlanner(Profile profile) {
        profile.flows().forEach(flow -> flows.put(flow.target(), flow));
    }

    /**
     * The plan.
     *
     * @param object the object that the run wrote for
     * @param writes what one run wrote to the entry, in the order in which it did; one or more
     * @param entry the entry as it is now
     * @throws IllegalArgumentException if a write is to another entry, or of another run than the first
     */
    public Plan plan(CloudObjectId object, List<Written> writes, DirectoryEntry entry) {
        String run = runOf(writes, entry);
        Optional<String> outside = entry.outside();
        if (outside.isPresent()) {
            return new Plan(
                    object,
                    Optional.of(entry.id()),
                    List.of(),
                    new Disposition.Skip(SkipReason.NOT_IN_SCOPE, outside.get()));
        }
        Map<AttributeName, List<Change>> changes = new LinkedHashMap<>();
        for (Written write : writes) {
            for (Change change : write.changes()) {
                changes.computeIfAbsent(change.attribute(), unknown -> new ArrayList<>())
                        .add(change);
            }
        }
        List<AttributeDecision> decisions = new ArrayList<>(changes.size());
        changes.forEach((attribute, all) -> decisions.add(decide(run, attribute, all, entry)));
        return new Plan(object, Optional.of(entry.id()), decisions, disposition(run, decisions));
    }

    private AttributeDecision decide(String run, AttributeName attribute, List<Change> changes, DirectoryEntry entry) {
        Flow flow = flows.get(attribute);
        if (ForbiddenAttributes.contains(attribute)) {
            return UndoDecision.untouched(run, changes, "%s may not be written to any entry.".formatted(attribute));
        }
        if (flow == null) {
            return UndoDecision.untouched(
                    run, changes, "%s is left, because the profile no longer has it.".formatted(attribute));
        }
        return new UndoDecision(run, flow, changes, entry.values(attribute)).decide();
    }

    /**
     * What is agreed once the plan is carried out: the directory's side is what it went back to, and the cloud's side stays.
     * So what was undone is neither drift nor written again before the cloud changes it.
     */
    public static Baseline agreed(Plan plan, Baseline before) {
        if (plan.entry().isEmpty() || !before.isWith(plan.entry().get().guid())) {
            return before;
        }
        Map<AttributeName, Agreement> agreements = new LinkedHashMap<>(before.agreements());
        for (AttributeDecision decision : plan.decisions()) {
            if (decision.writes()) {
                agreements.computeIfPresent(
                        decision.attribute(), (name, agreed) -> new Agreement(agreed.cloud(), decision.result()));
            }
        }
        return new Baseline(plan.entry(), agreements);
    }

    /** How many attributes a plan leaves, in whole or in part, because they cannot go back. */
    public static int left(Plan plan) {
        return (int) plan.decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.KEPT
                        || !decision.omissions().isEmpty())
                .count();
    }

    private static Disposition disposition(String run, List<AttributeDecision> decisions) {
        if (decisions.stream().anyMatch(AttributeDecision::writes)) {
            return new Disposition.Write();
        }
        boolean left = decisions.stream().anyMatch(decision -> decision.verdict() == Verdict.KEPT);
        return new Disposition.Skip(
                SkipReason.REDUNDANT_EXPORT,
                left
                        ? "What run %s wrote cannot go back; the decisions say why.".formatted(run)
                        : "The entry is as it was before run %s; there is nothing to undo.".formatted(run));
    }

    private static String runOf(List<Written> writes, DirectoryEntry entry) {
        String run = writes.get(0).run();
        for (Written write : writes) {
            if (!write.run().equals(run)
                    || !write.entry().guid().equals(entry.id().guid())) {
                throw new IllegalArgumentException("the undo of run %s in %s is given a write of run %s to %s"
                        .formatted(run, entry.id(), write.run(), write.entry()));
            }
        }
        return run;
    }
}
