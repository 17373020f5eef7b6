package dev.writeback.spi;

import dev.writeback.plan.Status;

/**
 * Who is told what became of each change.
 *
 * <p>Statuses come at least once, and those of one object in order. One thread calls at a time. A reporter that throws is
 * given the same status again later; meanwhile nothing is lost and nothing waits for it.
 */
@FunctionalInterface
public interface StatusReporter {

    /** Takes one status; when this returns, it counts as delivered. */
    void report(Status status);

    /** Takes nothing in. */
    static StatusReporter none() {
        return status -> {};
    }

    /** This reporter, then the other. If one of them throws, both are given the status again. */
    default StatusReporter and(StatusReporter next) {
        return status -> {
            report(status);
            next.report(status);
        };
    }
}
