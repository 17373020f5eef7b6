package dev.writeback.engine.run;

import dev.writeback.model.CloudObjectId;
import dev.writeback.plan.Status;
import dev.writeback.spi.Outbox;
import dev.writeback.spi.StatusReporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One walk through the outbox. A status that the reporter does not take stays, and so do the later ones of its object,
 * for their order counts; those of others go on. Several refusals in a row end the round: the reporter is down.
 */
final class DeliveryRound {

    private static final int PAGE = 500;
    private static final int REFUSALS_IN_A_ROW = 3;
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);

    private final Outbox outbox;
    private final StatusReporter reporter;
    private final Set<String> kept = new HashSet<>();
    private final Set<CloudObjectId> behind = new HashSet<>();
    private int refusals;

    /** How a round ended. */
    enum Result {
        /** Everything was delivered. */
        EMPTIED,
        /** Something was not. */
        NOT_EMPTIED
    }

    DeliveryRound(Outbox outbox, StatusReporter reporter) {
        this.outbox = outbox;
        this.reporter = reporter;
    }

    /**
     * Delivers what it can.
     *
     * @param delivered called after each status that was taken
     */
    Result run(Runnable delivered) {
        List<Status> page = page();
        while (!page.isEmpty()
                && refusals < REFUSALS_IN_A_ROW
                && !Thread.currentThread().isInterrupted()) {
            deliver(page, delivered);
            page = page();
        }
        return page.isEmpty() && kept.isEmpty() ? Result.EMPTIED : Result.NOT_EMPTIED;
    }

    private List<Status> page() {
        return outbox.undelivered(PAGE + kept.size()).stream()
                .filter(status -> !kept.contains(status.id()))
                .toList();
    }

    private void deliver(List<Status> page, Runnable delivered) {
        List<Status> taken = new ArrayList<>(page.size());
        try {
            for (Status status : page) {
                if (refusals >= REFUSALS_IN_A_ROW) {
                    return;
                }
                if (deliver(status)) {
                    taken.add(status);
                    delivered.run();
                }
            }
        } finally {
            outbox.delivered(taken);
        }
    }

    private boolean deliver(Status status) {
        if (status.object().filter(behind::contains).isPresent()) {
            kept.add(status.id());
            return false;
        }
        try {
            reporter.report(status);
            refusals = 0;
            return true;
        } catch (Throwable fault) {
            LOG.warn(
                    "the reporter refused status {} with a {}",
                    status.id(),
                    fault.getClass().getName());
            LOG.debug("the reporter", fault);
            refusals++;
            kept.add(status.id());
            status.object().ifPresent(behind::add);
            return false;
        }
    }
}
