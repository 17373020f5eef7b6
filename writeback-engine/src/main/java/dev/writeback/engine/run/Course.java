package dev.writeback.engine.run;

import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import java.util.List;

/** Where cases are to be taken: to what the cloud states, or back to what was before a run. */
interface Course {

    /** What leads to the entry of a case. */
    List<Anchor> anchors(Case one);

    /** Called before the open cases are looked at once more. */
    default void again(List<Case> open) {}

    /** Whether to plan anew where somebody changed the primary address while another one was written. */
    default boolean triesAgain(Case one) {
        return one.item().attempts() < Rounds.MOST;
    }

    /** What to tell about that where nothing more is tried. */
    default Problem contention(Case one) {
        return Problems.primaryContended(one.id());
    }

    /** What should happen to the entry. */
    Plan plan(Case one, DirectoryEntry entry);
}
