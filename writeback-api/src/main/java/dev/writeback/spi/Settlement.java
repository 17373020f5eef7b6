package dev.writeback.spi;

import dev.writeback.model.Baseline;
import dev.writeback.plan.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a claimed item.
 *
 * @param item the item as it was claimed
 * @param end how it goes on
 * @param baseline what is agreed from now on; nothing to leave it as it was
 * @param status what to report; nothing if it is not the last word
 */
public record Settlement(WorkItem item, End end, Optional<Baseline> baseline, Optional<Status> status) {

    /** How an item goes on. */
    public sealed interface End {}

    /** It is done, unless a newer state came in meanwhile. */
    public record Done() implements End {}

    /** It failed and is tried again, not before this time. */
    public record Escrowed(Instant until) implements End {}

    /** It was not touched and is as pending as before. */
    public record Released() implements End {}

    /** An item that was not touched. */
    public static Settlement released(WorkItem item) {
        return new Settlement(item, new Released(), Optional.empty(), Optional.empty());
    }
}
