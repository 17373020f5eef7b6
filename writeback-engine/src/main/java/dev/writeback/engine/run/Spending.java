package dev.writeback.engine.run;

import dev.writeback.engine.guard.Allowance;
import dev.writeback.engine.guard.Destructions;
import dev.writeback.engine.guard.Excess;
import dev.writeback.engine.guard.Restraint;
import dev.writeback.plan.Destruction;
import dev.writeback.plan.Plan;
import dev.writeback.spi.Account;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run has destroyed and touched so far, over all of its workers. */
final class Spending {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);

    private final Allowance allowance;
    private Destruction spent = Destruction.none();

    Spending(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Of a run that begins now. The store is asked only if a limit depends on it; if it fails, the brake is pulled. */
    static Spending of(Parts parts, Cycle cycle, Brake brake) {
        Restraint restraint = parts.restraint();
        if (!restraint.needsAccount() || brake.isPulled()) {
            return new Spending(new Allowance(restraint.bounds(), 0, Destruction.none()));
        }
        try {
            Account account = parts.store()
                    .records()
                    .journal()
                    .runs()
                    .account(cycle.started().minus(HOUR));
            return new Spending(new Allowance(restraint.bounds(), account.objects(), account.spent()));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to tell what was written in the last hour", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
            return new Spending(new Allowance(restraint.bounds(), 0, Destruction.none()));
        }
    }

    /** Counts a plan before it is carried out; the limit that it would pass, and then it is not counted. */
    Optional<Excess> spend(Plan plan) {
        Destruction more = Destructions.of(plan);
        synchronized (this) {
            Optional<Excess> excess = allowance.excess(spent, more);
            if (excess.isEmpty()) {
                spent = spent.and(more);
            }
            return excess;
        }
    }

    /** Takes back a plan that was counted and of which nothing was done. */
    void refund(Plan plan) {
        Destruction less = Destructions.of(plan);
        synchronized (this) {
            spent = new Destruction(
                    spent.values() - less.values(),
                    spent.addresses() - less.addresses(),
                    spent.entries() - less.entries());
        }
    }

    /** How many values were lost. */
    synchronized int destroyed() {
        return Math.toIntExact(spent.values());
    }
}
