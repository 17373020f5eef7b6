package dev.writeback.engine.run;

import dev.writeback.engine.guard.Excess;
import dev.writeback.plan.Problem;
import dev.writeback.spi.RunRecord;
import dev.writeback.spi.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether one run is held, for all of its workers. From the moment in which it is, none of them begins a write; and before
 * any of them puts a plan aside, the store knows that the run is held, so that it stays so whatever comes.
 */
final class RunHold implements Hold {

    /** A hold is among the newest runs when it is looked for so often. */
    private static final int NEWEST = 100;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(RunHold.class);

    private final Parts parts;
    private final Cycle cycle;
    private final OptionalLong enumerated;
    private final Brake brake;
    private Optional<Problem> problem = Optional.empty();
    private Instant looked;
    private volatile boolean on;

    RunHold(Parts parts, Cycle cycle, OptionalLong enumerated, Brake brake) {
        this.parts = parts;
        this.cycle = cycle;
        this.enumerated = enumerated;
        this.brake = brake;
        this.looked = cycle.started();
    }

    @Override
    public boolean isOn() {
        return on && isKept();
    }

    @Override
    public void exceed(Excess excess) {
        hold(excess.held());
    }

    /** Another run holds the object, so this one is to stop. */
    @Override
    public boolean admits(Case one) {
        if (one.item().held().isEmpty()) {
            return true;
        }
        lookNow();
        return false;
    }

    /** Holds the run, unless it is held. */
    synchronized void hold(Problem why) {
        if (on) {
            return;
        }
        on = true;
        try {
            runs().keep(new RunRecord(
                    cycle.id(),
                    cycle.started(),
                    Optional.empty(),
                    RunRecord.State.HELD,
                    Optional.of(why),
                    enumerated,
                    Map.of()));
            problem = Optional.of(why);
            LOG.warn("run {} is held, and goes on without writing: {}", cycle.id(), why.reason());
        } catch (RuntimeException fault) {
            LOG.error("the store failed to keep that run {} is held", cycle.id(), fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    /** Why the run is held; nothing if it is not. */
    synchronized Optional<Problem> problem() {
        return problem;
    }

    /** Looks now and then whether another run is held, which ends this one, or somebody has decided about this one. */
    void look() {
        Instant now = parts.time().instant();
        synchronized (this) {
            if (Duration.between(looked, now).abs().compareTo(PAUSE) < 0) {
                return;
            }
            looked = now;
        }
        lookNow();
    }

    private void lookNow() {
        try {
            List<RunRecord> newest = runs().newest(NEWEST);
            newest.stream()
                    .filter(run ->
                            run.state() == RunRecord.State.HELD && !run.id().equals(cycle.id()))
                    .findFirst()
                    .ifPresent(run -> brake.pull(Brake.Cause.HELD, HeldRuns.problem(run)));
            problem().filter(why -> isDecided(newest)).ifPresent(why -> brake.pull(Brake.Cause.HELD, why));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to tell whether a run is held", fault);
            brake.pull(Brake.Cause.STORE_FAILED, Problems.store(fault));
        }
    }

    private boolean isDecided(List<RunRecord> newest) {
        return newest.stream().anyMatch(run -> run.id().equals(cycle.id()) && run.state() != RunRecord.State.HELD);
    }

    /** Waits until the store has been told; the brake is pulled if it cannot be. */
    private synchronized boolean isKept() {
        return on;
    }

    private Runs runs() {
        return parts.store().records().journal().runs();
    }
}
