package dev.writeback.engine.run;

import dev.writeback.engine.planning.UndoPlanner;
import dev.writeback.model.Anchor;
import dev.writeback.model.CloudObjectId;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import java.util.List;
import java.util.Map;

/**
 * Takes entries back to what they were before a run.
 *
 * @param planner what decides
 * @param groups what the run wrote, by object
 * @param view how entries are to be seen
 */
record UndoCourse(UndoPlanner planner, Map<CloudObjectId, UndoGroup> groups, View view) implements Course {

    /** How an entry is to be seen, given how it is. */
    @FunctionalInterface
    interface View {
        DirectoryEntry of(DirectoryEntry entry);
    }

    @Override
    public List<Anchor> anchors(Case one) {
        return List.of(new Anchor.ImmutableId(group(one).entry().guid()));
    }

    @Override
    public Plan plan(Case one, DirectoryEntry entry) {
        return planner.plan(one.id(), group(one).writes(), view.of(entry));
    }

    /** What went back already would not be touched by another plan. */
    @Override
    public boolean triesAgain(Case one) {
        return false;
    }

    @Override
    public Problem contention(Case one) {
        return Problems.undoContended(one.id());
    }

    private UndoGroup group(Case one) {
        UndoGroup group = groups.get(one.id());
        if (group == null) {
            throw new IllegalStateException("nothing is to be undone of object %s".formatted(one.id()));
        }
        return group;
    }
}
