package dev.writeback.plan;

import java.util.function.Function;

/** What a plan comes to, for the object as a whole. */
public sealed interface Disposition {

    /** There is something to write, and it may be written. */
    record Write() implements Disposition {}

    /**
     * The object is left alone, and that is right so.
     *
     * @param reason why
     * @param sentence the same for a person
     */
    record Skip(SkipReason reason, String sentence) implements Disposition {}

    /** Nothing may be written until somebody mends the problem. */
    record Refuse(Problem problem) implements Disposition {}

    /** The one function of three that fits: every case is answered, or it does not compile. */
    default <R> R match(Function<Write, R> write, Function<Skip, R> skip, Function<Refuse, R> refuse) {
        if (this instanceof Write it) {
            return write.apply(it);
        }
        if (this instanceof Skip it) {
            return skip.apply(it);
        }
        return refuse.apply((Refuse) this);
    }
}
