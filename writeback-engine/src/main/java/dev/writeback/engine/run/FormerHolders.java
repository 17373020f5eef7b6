package dev.writeback.engine.run;

import dev.writeback.engine.mapping.Circumstances;
import dev.writeback.engine.mapping.References;
import dev.writeback.model.Anchor;
import dev.writeback.model.DirectoryEntry;
import dev.writeback.model.ObjectGuid;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Holding;
import dev.writeback.spi.LookupOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is planned of entries that have an address which another is to get: the cloud may have taken it from them, and that
 * is still to be written, in this run or the next one.
 */
final class FormerHolders {

    private static final Logger LOG = LoggerFactory.getLogger(FormerHolders.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Matching matching;

    FormerHolders(Parts parts, Cycle cycle, Tally tally) {
        this.parts = parts;
        this.cycle = cycle;
        this.matching = Matching.ofEntries(parts, tally);
    }

    /**
     * The plans of objects with these entries, by entry, on a fresh look; an entry that is of none of our objects, or that
     * cannot be looked at, is left out.
     */
    Map<ObjectGuid, List<Plan>> plans(Collection<ObjectGuid> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        try {
            List<Holding> objects = parts.store().records().holdings().ofEntries(entries);
            return objects.isEmpty() ? Map.of() : plans(objects);
        } catch (RuntimeException fault) {
            LOG.warn("{} entries cannot be told about: {}", entries.size(), Problems.store(fault));
            return Map.of();
        }
    }

    private Map<ObjectGuid, List<Plan>> plans(List<Holding> objects) {
        List<LookupOutcome> outcomes = matching.lookup(objects.stream()
                .map(one -> List.<Anchor>of(new Anchor.ImmutableId(
                        one.baseline().entry().orElseThrow().guid())))
                .toList());
        Map<ObjectGuid, List<Plan>> plans = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof LookupOutcome.Found found) {
                plans.computeIfAbsent(found.entry().id().guid(), none -> new ArrayList<>())
                        .add(plan(objects.get(i), found.entry()));
            }
        }
        return plans;
    }

    private Plan plan(Holding one, DirectoryEntry entry) {
        Circumstances circumstances =
                new Circumstances(parts.time().instant(), parts.random(), References.none(), cycle.domains());
        return parts.guard()
                .check(parts.planner().plan(cycle.pass(), one.object(), entry, one.baseline(), circumstances), entry);
    }
}
