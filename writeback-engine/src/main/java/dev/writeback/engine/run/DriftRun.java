package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Problem;
import dev.writeback.plan.Step;
import dev.writeback.spi.Arrival;
import dev.writeback.spi.Claim;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.DirectoryWatch;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Settlement;
import dev.writeback.spi.WorkItem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what changed in the directory although the cloud did not. Where to watch on from is kept only when everything
 * before it is settled, so that whatever ends a run between the two, nothing is missed.
 */
final class DriftRun implements WatchRound.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(DriftRun.class);

    private final Parts parts;
    private final Cycle cycle;
    private final Brake brake;
    private final Tally tally;
    private final BatchRun batches;
    private final Clerk clerk;
    private final ToldDrift told;
    private final String name;
    private Optional<Cursor> reached = Optional.empty();

    DriftRun(Parts parts, Cycle cycle, Brake brake, Tally tally, Export export, Clerk clerk, ToldDrift told) {
        this.parts = parts;
        this.cycle = cycle.ofDrift();
        this.brake = brake;
        this.tally = tally;
        this.batches = new BatchRun(parts, this.cycle, brake, tally, export);
        this.clerk = clerk;
        this.told = told;
        this.name = "directory:" + parts.jobId();
    }

    /** Watches to the present end; returns why that is not possible, nothing if it is or the directory cannot tell. */
    Optional<Problem> run() {
        Optional<DirectoryWatch> watch = brake.isPulled() ? Optional.empty() : WatchRound.watch(parts);
        if (watch.isEmpty()) {
            return Optional.empty();
        }
        try {
            reached = parts.store().intake().cursor(name);
            return new WatchRound(parts, watch.get(), reached.orElse(null), brake, this).run();
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep what drifted", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return Optional.empty();
        }
    }

    @Override
    public List<Holding> look(List<Holding> objects) {
        List<CloudObjectId> ids = objects.stream().map(one -> one.object().id()).toList();
        List<WorkItem> items = parts.store().work().claim(new Claim.Objects(ids));
        List<Case> cases = batches.open(items);
        Set<CloudObjectId> outOfScope = objects.stream()
                .filter(one -> one.state() == Holding.State.OUT_OF_SCOPE)
                .map(one -> one.object().id())
                .collect(Collectors.toSet());
        try {
            batches.process(cases);
        } finally {
            settle(cases, outOfScope);
        }
        Set<CloudObjectId> taken = new HashSet<>();
        cases.stream().filter(one -> !one.isHandedBack()).forEach(one -> taken.add(one.id()));
        return objects.stream()
                .filter(one -> !taken.contains(one.object().id()))
                .toList();
    }

    /** What is no news goes back as it was, so that whatever else was to be done with it is done in its turn. */
    private void settle(List<Case> cases, Set<CloudObjectId> outOfScope) {
        List<Case> news = cases.stream()
                .filter(one -> isNews(one, outOfScope.contains(one.id()) ? Before.OUT_OF_SCOPE : Before.IN_SCOPE))
                .toList();
        tally.taken(news.size());
        clerk.settle(cycle, news);
        told.tell(news);
        // Last, for it throws: whatever is claimed and not settled would stay in the hands of this process.
        parts.store()
                .work()
                .settle(cases.stream()
                        .filter(one -> !news.contains(one))
                        .map(one -> Settlement.released(one.item()))
                        .toList());
    }

    /** Where an object was when it was last settled. */
    private enum Before {
        IN_SCOPE,
        OUT_OF_SCOPE
    }

    private boolean isNews(Case one, Before before) {
        Conclusion conclusion = one.conclusion();
        if (one.hasRecords() || one.doubt().isPresent()) {
            return true;
        }
        if (conclusion == null) {
            return false;
        }
        if (before == Before.OUT_OF_SCOPE && conclusion.result() != Step.Result.FAILURE) {
            return !conclusion.isOutOfScope();
        }
        boolean known = one.item().attempts() > 0 && conclusion.result() == Step.Result.FAILURE;
        return conclusion.isHeld()
                || one.item().announced().isPresent()
                || told.isNews(conclusion.plan(), one.baseline())
                || conclusion.wasWritten()
                || (conclusion.result() == Step.Result.FAILURE && !known);
    }

    @Override
    public void asAgreed(List<CloudObjectId> objects) {
        objects.forEach(told::forget);
    }

    @Override
    public void reached(Cursor next) {
        Instant at = parts.time().instant();
        if (!parts.store().intake().accept(new Arrival(name, reached, List.of(), List.of(), next, at))) {
            LOG.debug("another process watches {} too, and was faster", name);
        }
        reached = Optional.of(next);
    }
}
