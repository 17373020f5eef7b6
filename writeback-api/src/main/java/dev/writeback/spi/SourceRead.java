package dev.writeback.spi;

import dev.writeback.model.CloudChange;
import dev.writeback.plan.Problem;
import java.util.List;
import java.util.function.Function;

/** What came of reading a source. */
public sealed interface SourceRead {

    /** Whether it is worth reading on at once. */
    enum Rest {
        /** There is more to read now. */
        MORE,
        /** The source has no more for now. */
        NO_MORE_NOW
    }

    /**
     * A page of changes.
     *
     * @param changes in the order of the source
     * @param rejected what could not be read
     * @param next where the following page begins; it is kept together with the changes
     * @param rest whether there is more
     */
    record Page(List<CloudChange> changes, List<RejectedChange> rejected, Cursor next, Rest rest)
            implements SourceRead {
        public Page {
            changes = List.copyOf(changes);
            rejected = List.copyOf(rejected);
        }
    }

    /** The source cannot be read now; try later from the same place. */
    record Unavailable(Problem problem) implements SourceRead {}

    /** The source no longer knows the place; reading begins from the start, which loses nothing. */
    record CursorExpired() implements SourceRead {}

    /** The one function of three that fits. */
    default <R> R match(
            Function<Page, R> page, Function<Unavailable, R> unavailable, Function<CursorExpired, R> expired) {
        if (this instanceof Page it) {
            return page.apply(it);
        }
        if (this instanceof Unavailable it) {
            return unavailable.apply(it);
        }
        return expired.apply((CursorExpired) this);
    }
}
