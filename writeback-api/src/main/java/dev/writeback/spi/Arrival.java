package dev.writeback.spi;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of a source that is to be kept.
 *
 * @param source the source's name
 * @param after what {@link Intake#cursor} said when the page was read; if the store says something else by now, another
 *     process has read on
 * @param changes an object that they say nothing new about is not made pending
 * @param statuses of what could not be read
 * @param next where the next page begins
 * @param at when it came; an object of which it says something new waits since then, and so does one that waited for it
 */
public record Arrival(
        String source,
        Optional<Cursor> after,
        List<CloudChange> changes,
        List<Status> statuses,
        Cursor next,
        Instant at) {
    public Arrival {
        changes = List.copyOf(changes);
        statuses = List.copyOf(statuses);
    }
}
