package dev.writeback.engine.run;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Plan;

/** What happens to a plan that is to be written. */
@FunctionalInterface
interface Export {

    /** Carries a plan out and concludes the case; or leaves it open, to be read again or because the run ends here. */
    void write(Case one, Plan plan, DirectoryEntry entry);
}
