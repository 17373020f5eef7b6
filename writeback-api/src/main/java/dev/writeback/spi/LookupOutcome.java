package dev.writeback.spi;

import dev.writeback.model.DirectoryEntry;
import dev.writeback.plan.Extent;
import dev.writeback.plan.Problem;
import java.util.function.Function;

/** What came of looking for one entry. */
public sealed interface LookupOutcome {

    /**
     * This is it, and all anchors agree.
     *
     * @param match whether it meets the filter of the request
     */
    record Found(DirectoryEntry entry, FilterMatch match) implements LookupOutcome {

        /** Where no filter was given, or the entry meets it. */
        public Found(DirectoryEntry entry) {
            this(entry, FilterMatch.MEETS);
        }
    }

    /** No entry has the anchors. */
    record NotFound(Problem problem) implements LookupOutcome {}

    /** Two entries have one anchor, or two anchors lead to two entries; or an anchor contradicts the entry. */
    record Ambiguous(Problem problem) implements LookupOutcome {}

    /**
     * The directory did not answer.
     *
     * @param extent whether that goes for other entries too
     */
    record Unavailable(Problem problem, Extent extent) implements LookupOutcome {

        /** Of the whole directory. */
        public Unavailable(Problem problem) {
            this(problem, Extent.DIRECTORY);
        }
    }

    /** The one function of four that fits. */
    default <R> R match(
            Function<Found, R> found,
            Function<NotFound, R> notFound,
            Function<Ambiguous, R> ambiguous,
            Function<Unavailable, R> unavailable) {
        if (this instanceof Found it) {
            return found.apply(it);
        } else if (this instanceof NotFound it) {
            return notFound.apply(it);
        } else if (this instanceof Ambiguous it) {
            return ambiguous.apply(it);
        }
        return unavailable.apply((Unavailable) this);
    }
}
