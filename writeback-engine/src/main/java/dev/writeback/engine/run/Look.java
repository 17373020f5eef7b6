package dev.writeback.engine.run;

import dev.writeback.model.Baseline;
import dev.writeback.model.CloudObject;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Holding;
import dev.writeback.spi.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plans objects on a fresh look at their entries, and neither writes nor keeps anything: nobody claims them. */
final class Look {

    private final BatchRun batches;

    /** In a cycle that says what counts as agreed. */
    Look(Parts parts, Cycle cycle, Brake brake, Tally tally) {
        this.batches = new BatchRun(parts, cycle, brake, tally, Staging::conclude);
    }

    /**
     * An object that was looked at.
     *
     * @param object what the cloud states
     * @param baseline what is agreed
     * @param plan what would be done; not redacted
     */
    record Seen(CloudObject object, Baseline baseline, Plan plan) {}

    /** The plans, in the order of the objects; those that the brake stopped are left out. */
    List<Seen> at(List<Holding> objects) {
        return at(objects, Holding::object, Holding::baseline);
    }

    /** The same objects in another light. */
    List<Seen> again(List<Seen> objects) {
        return at(objects, Seen::object, Seen::baseline);
    }

    private <T> List<Seen> at(List<T> objects, Function<T, CloudObject> object, Function<T, Baseline> baseline) {
        List<WorkItem> items = objects.stream()
                .map(one -> new WorkItem(object.apply(one), baseline.apply(one), 0, 0, List.of()))
                .toList();
        List<Case> cases = batches.open(items);
        batches.process(cases);
        List<Seen> seen = new ArrayList<>();
        for (Case one : cases) {
            Conclusion conclusion = one.conclusion();
            if (conclusion != null) {
                seen.add(new Seen(one.item().object(), one.item().baseline(), conclusion.plan()));
            }
        }
        return seen;
    }
}
