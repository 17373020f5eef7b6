package dev.writeback.plan;

import java.util.Optional;

/**
 * What became of one entry's modifications. Either all of them were done or none; of those that change more values than a
 * directory does at once a part may have been done, which is {@link Unknown}.
 */
public sealed interface WriteOutcome {

    /** All were done. */
    record Applied() implements WriteOutcome {}

    /** Somebody was there first: a value to remove is gone, or one to add is there. Nothing was done; read again. */
    record Stale(Problem problem) implements WriteOutcome {}

    /** The entry is gone. */
    record Missing(Problem problem) implements WriteOutcome {}

    /** The directory refuses the values; trying again does not help. */
    record Rejected(Problem problem) implements WriteOutcome {}

    /** The account may not do this. */
    record NotPermitted(Problem problem) implements WriteOutcome {}

    /**
     * The directory could not be reached or is too busy, and nothing was done; try later.
     *
     * @param extent whether that goes for other entries too
     */
    record Unavailable(Problem problem, Extent extent) implements WriteOutcome {

        /** Of the whole directory. */
        public Unavailable(Problem problem) {
            this(problem, Extent.DIRECTORY);
        }
    }

    /** The request was sent and the answer lost, or only a part of it was done: it may have been done. Read, then decide. */
    record Unknown(Problem problem) implements WriteOutcome {}

    /** An answer to every outcome; a new outcome breaks each implementation at compile time. */
    interface Cases<R> {
        /** All were done. */
        R applied(Applied outcome);

        /** Somebody was there first. */
        R stale(Stale outcome);

        /** The entry is gone. */
        R missing(Missing outcome);

        /** The directory refuses the values. */
        R rejected(Rejected outcome);

        /** The account may not do this. */
        R notPermitted(NotPermitted outcome);

        /** Nothing was done; later it may be. */
        R unavailable(Unavailable outcome);

        /** It may have been done, or not. */
        R unknown(Unknown outcome);
    }

    /** What stood in the way; nothing if all were done. */
    default Optional<Problem> obstacle() {
        if (this instanceof Stale it) {
            return Optional.of(it.problem());
        } else if (this instanceof Missing it) {
            return Optional.of(it.problem());
        } else if (this instanceof Rejected it) {
            return Optional.of(it.problem());
        } else if (this instanceof NotPermitted it) {
            return Optional.of(it.problem());
        } else if (this instanceof Unavailable it) {
            return Optional.of(it.problem());
        }
        return this instanceof Unknown it ? Optional.of(it.problem()) : Optional.empty();
    }

    /** The answer that fits this outcome. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Applied it) {
            return cases.applied(it);
        } else if (this instanceof Stale it) {
            return cases.stale(it);
        } else if (this instanceof Missing it) {
            return cases.missing(it);
        } else if (this instanceof Rejected it) {
            return cases.rejected(it);
        } else if (this instanceof NotPermitted it) {
            return cases.notPermitted(it);
        } else if (this instanceof Unavailable it) {
            return cases.unavailable(it);
        }
        return cases.unknown((Unknown) this);
    }
}
