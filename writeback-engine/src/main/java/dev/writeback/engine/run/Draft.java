package dev.writeback.engine.run;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;

/**
 * A plan that is to be written.
 *
 * @param one whose plan it is
 * @param plan what to write
 * @param entry the entry that it was made for
 */
record Draft(Case one, Plan plan, DirectoryEntry entry) {}
