package dev.writeback.testkit.fault;

import dev.writeback.plan.Status;
import dev.writeback.spi.StatusReporter;
import java.util.List;
import java.util.function.Supplier;

/** A reporter that does not take every status, or takes it and fails. */
record FaultyReporter(StatusReporter real, Injection faults) implements StatusReporter {

    @Override
    public void report(Status status) {
        Supplier<Boolean> told = () -> {
            real.report(status);
            return true;
        };
        boolean unused = faults.strike(Call.REPORT, () -> List.of(Parts.of(status)))
                .map(strike -> strike.meet(told, fault -> {
                    throw new IllegalStateException(
                            "The plan of faults says that the status %s is not taken.".formatted(status.id()));
                }))
                .orElseGet(told);
    }
}
