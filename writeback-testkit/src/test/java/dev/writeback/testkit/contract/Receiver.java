package dev.writeback.testkit.contract;

import dev.writeback.spi.StatusReporter;
import java.util.ArrayList;
import java.util.List;

/** What statuses are sent to. */
final class Receiver {
    final List<String> received = new ArrayList<>();
    boolean isThere = true;

    void take(String id) {
        if (!isThere) {
            throw new IllegalStateException("the receiver is away");
        }
        received.add(id);
    }

    static StatusReporter line(Receiver receiver) {
        return status -> receiver.take(status.id());
    }
}
