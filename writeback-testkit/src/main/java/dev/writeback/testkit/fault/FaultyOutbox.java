package dev.writeback.testkit.fault;

import dev.writeback.plan.Status;
import dev.writeback.spi.Outbox;
import java.util.List;

/** An outbox some of whose calls fail. */
record FaultyOutbox(Outbox real, Injection faults) implements Outbox {

    @Override
    public List<Status> undelivered(int atMost) {
        return Trouble.ofStore(faults, Call.UNDELIVERED, Parts::none, () -> real.undelivered(atMost));
    }

    @Override
    public void delivered(List<Status> statuses) {
        Trouble.ofStore(
                faults,
                Call.DELIVERED,
                () -> statuses.stream().map(Parts::of).toList(),
                () -> real.delivered(statuses));
    }
}
