package dev.writeback.engine.run;

import dev.writeback.plan.Plan;
import dev.writeback.plan.Problem;
import dev.writeback.spi.Holding;
import dev.writeback.spi.Records;
import dev.writeback.spi.RunRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how everything stands; changes nothing. */
public final class Overview {

    /** How many undelivered statuses are counted at most. */
    private static final int COUNTED = 1000;

    private static final Set<Holding.State> RESTLESS = EnumSet.complementOf(EnumSet.of(Holding.State.RESTING));
    private static final Logger LOG = LoggerFactory.getLogger(Overview.class);

    private final Parts parts;

    /**
     * How everything stands.
     *
     * @param objects how many objects stand how
     * @param held the runs that are held
     * @param last the newest run
     * @param undelivered how many statuses wait for the reporter
     * @param problem why this is not all; nothing if it is
     */
    public record Result(
            Map<Holding.State, Long> objects,
            List<RunRecord> held,
            Optional<RunRecord> last,
            int undelivered,
            Optional<Problem> problem) {}

    /** An overview of what these parts have to do with. */
    public Overview(Parts parts) {
        this.parts = parts;
    }

    /** Shows each object that does not rest, and counts all. */
    public Result show(Consumer<Holding> show, Brake brake) {
        Records records = parts.store().records();
        try {
            HoldingPages.all(records.holdings(), RESTLESS, page -> {
                page.stream().map(Overview::shown).forEach(show);
                brake.stopIfInterrupted();
                return !brake.isPulled();
            });
            return new Result(
                    records.holdings().count(),
                    records.journal().runs().account(parts.time().instant()).held(),
                    records.journal().runs().newest(1).stream().findFirst(),
                    records.outbox().undelivered(COUNTED).size(),
                    brake.reason().flatMap(Brake.Reason::problem));
        } catch (RuntimeException fault) {
            LOG.error("the store failed to tell how everything stands", fault);
            return new Result(Map.of(), List.of(), Optional.empty(), 0, Optional.of(Problems.store(fault)));
        }
    }

    private static Holding shown(Holding holding) {
        return new Holding(
                holding.object(),
                holding.baseline(),
                holding.state(),
                holding.since(),
                holding.due(),
                holding.attempts(),
                holding.problem(),
                holding.parked(),
                holding.held().map(Plan::shown));
    }
}
