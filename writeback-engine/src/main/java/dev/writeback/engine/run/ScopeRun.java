package dev.writeback.engine.run;

import dev.writeback.model.ObjectGuid;
import dev.writeback.spi.Cursor;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the objects that may have come into scope, or left it, because something else than their entries has changed:
 * the members of a group, where an organizational unit is, or what the scope says. What it looks at grows with what has
 * changed; only another scope, or an organizational unit that left, takes a look at everything.
 */
final class ScopeRun {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeRun.class);

    /** How many entries the store is asked about at once. */
    private static final int AT_ONCE = 500;

    private final Scoping scoping;
    private final Brake brake;
    private final WatchRound.Watcher watcher;
    private final Holdings holdings;

    /**
     * A run.
     *
     * @param watcher who looks
     */
    ScopeRun(Parts parts, Brake brake, WatchRound.Watcher watcher) {
        this.scoping = parts.scoping();
        this.brake = brake;
        this.watcher = watcher;
        this.holdings = new GuardedHoldings(parts, brake);
    }

    /** Looks at what is concerned, and remembers that once all of it was dealt with. */
    void run() {
        if (brake.isPulled()) {
            return;
        }
        try {
            Optional<Cursor> settled = scoping.settled();
            Optional<ScopeTrace> trace = scoping.trace(settled);
            if (trace.isPresent() && look(settled.flatMap(ScopeTrace::of), trace.get()) && !brake.isPulled()) {
                scoping.settle(settled, trace.get());
            }
        } catch (RuntimeException fault) {
            LOG.error("the store failed to tell what the scope concerns", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    private boolean look(Optional<ScopeTrace> before, ScopeTrace now) {
        if (before.isEmpty() || before.get().leavesOpen(now)) {
            return HoldingPages.all(holdings, this::look);
        }
        boolean all = !before.get().gainsUnits(now)
                || HoldingPages.all(holdings, Set.of(Holding.State.OUT_OF_SCOPE), this::look);
        return all && look(before.get().moved(now));
    }

    private boolean look(Set<ObjectGuid> entries) {
        List<ObjectGuid> all = new ArrayList<>(entries);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            if (!look(holdings.ofEntries(all.subList(from, Math.min(all.size(), from + AT_ONCE))))) {
                return false;
            }
        }
        return true;
    }

    private boolean look(List<Holding> objects) {
        return WatchRound.dealWith(objects, holdings, brake, watcher);
    }
}
