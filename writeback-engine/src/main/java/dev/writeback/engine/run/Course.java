package dev.writeback.engine.run;

import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import java.util.List;

/** Where cases are to be taken: to what the cloud states, or back to what was before a run. */
interface Course {

    /** What leads to the entry of a case. */
    List<Anchor> anchors(Case one);

    /** Called before the open cases are looked at once more. */
    default void again(List<Case> open) {}

    /** What should happen to the entry. */
    Plan plan(Case one, DirectoryEntry entry);
}
