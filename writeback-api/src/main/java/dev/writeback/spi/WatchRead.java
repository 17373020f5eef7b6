package dev.writeback.spi;

import dev.writeback.plan.Problem;
import java.util.List;
import java.util.function.Function;

/** What came of asking a directory for what changed. */
public sealed interface WatchRead {

    /**
     * Entries that changed.
     *
     * @param changed in no particular order; none if nothing did
     * @param next where the following page begins
     * @param rest whether there is more
     */
    record Page(List<ChangedEntry> changed, Cursor next, SourceRead.Rest rest) implements WatchRead {
        public Page {
            changed = List.copyOf(changed);
        }
    }

    /**
     * The directory can no longer tell what changed since then, for instance because another server answers or this one
     * was restored: whoever wants to know reads everything once, and goes on from here.
     *
     * @param sentence why, for a person
     * @param next where to go on from
     */
    record Lost(String sentence, Cursor next) implements WatchRead {}

    /** The directory did not answer, or does not let this account watch; try later from the same place. */
    record Unavailable(Problem problem) implements WatchRead {}

    /** The one function of three that fits. */
    default <R> R match(Function<Page, R> page, Function<Lost, R> lost, Function<Unavailable, R> unavailable) {
        if (this instanceof Page it) {
            return page.apply(it);
        }
        if (this instanceof Lost it) {
            return lost.apply(it);
        }
        return unavailable.apply((Unavailable) this);
    }
}
