package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Holding;
import dev.writeback.spi.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up what has waited longer than is kept, with a last word about each, whether or not the directory is there. It
 * comes last in a run: what has waited because no process ran had its turn by then. A write of which it is not known whether it was made stays in doubt, and is looked for when the object is taken up again.
 */
final class Expiry {

    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Brake brake;
    private final Tally tally;
    private final Clerk clerk;

    Expiry(Parts parts, Cycle cycle, Brake brake, Tally tally, Clerk clerk) {
        this.parts = parts;
        this.cycle = cycle;
        this.brake = brake;
        this.tally = tally;
        this.clerk = clerk;
    }

    void run() {
        parts.retry().overdue(cycle.started()).ifPresent(this::expire);
    }

    private void expire(Instant before) {
        int all = 0;
        List<Case> batch = claim(before);
        while (!batch.isEmpty()) {
            all += batch.size();
            tally.taken(batch.size());
            clerk.settle(cycle, batch);
            brake.stopIfInterrupted();
            batch = claim(before);
        }
        if (all > 0) {
            LOG.warn("{} objects waited since before {} and were given up", all, before);
        }
    }

    private List<Case> claim(Instant before) {
        if (brake.isFinal()) {
            return List.of();
        }
        try {
            List<Case> cases = parts.store().work().claim(new Claim.Overdue(BATCH, before)).stream()
                    .map(item -> new Case(item, parts.time()))
                    .toList();
            Map<CloudObjectId, Problem> last = cases.isEmpty() ? Map.of() : problems(cases);
            for (Case one : cases) {
                WorkItem item = one.item();
                Duration retention = parts.retry().retention();
                one.expire(Problems.expired(item, retention, Optional.ofNullable(last.get(one.id()))));
            }
            return cases;
        } catch (RuntimeException fault) {
            LOG.error("the store failed to hand out what has waited too long", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return List.of();
        }
    }

    /** What was wrong last is worth telling, but no reason to leave an object without its last word. */
    private Map<CloudObjectId, Problem> problems(List<Case> cases) {
        Map<CloudObjectId, Problem> problems = new HashMap<>();
        try {
            for (Holding holding : parts.store()
                    .records()
                    .holdings()
                    .of(cases.stream().map(Case::id).toList())) {
                holding.problem()
                        .ifPresent(problem -> problems.put(holding.object().id(), problem));
            }
        } catch (RuntimeException fault) {
            LOG.warn("the store does not tell what was wrong with {} objects", cases.size(), fault);
        }
        return problems;
    }
}
