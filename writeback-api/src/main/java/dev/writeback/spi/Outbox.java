package dev.writeback.spi;

import dev.writeback.plan.Status;
import java.util.List;

/** The part of a store that keeps statuses until they are delivered. */
public interface Outbox {

    /** The oldest statuses that are not delivered, those of one object in order; empty if there are none. */
    List<Status> undelivered(int atMost);

    /** Forgets statuses that were delivered; those that it does not know are no error. */
    void delivered(List<Status> statuses);
}
