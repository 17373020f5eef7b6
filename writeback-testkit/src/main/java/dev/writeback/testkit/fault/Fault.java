package dev.writeback.testkit.fault;

import com.unboundid.ldap.sdk.ResultCode;
import dev.writeback.plan.ErrorCode;
import dev.writeback.plan.Extent;
import java.time.Duration;
import java.util.function.Supplier;

/** What goes wrong with a call. Not every call can meet every fault; {@link #canMeet} says which. Immutable. */
public sealed interface Fault {

    /** Whether the call took effect before it failed. */
    enum Moment {
        /** It did not. */
        BEFORE,
        /** It did. */
        AFTER
    }

    /** See {@link Fault#unavailable(Extent)}. */
    record Unavailable(Extent extent) implements Fault {}

    /** See {@link Fault#refused}. */
    record Refused(ErrorCode code) implements Fault {}

    /** See {@link Fault#result}. */
    record Result(ResultCode code, String diagnosticMessage) implements Fault {}

    /** See {@link Fault#throttled}. */
    record Throttled(Duration pause) implements Fault {

        public Throttled {
            if (pause.isNegative()) {
                throw new IllegalArgumentException("nobody can wait for %s; say zero or more".formatted(pause));
            }
        }
    }

    /** See {@link Fault#delay}. */
    record Delay(Duration by) implements Fault {

        public Delay {
            if (by.isNegative()) {
                throw new IllegalArgumentException("a call cannot take %s; say zero or more".formatted(by));
            }
        }
    }

    /** See {@link Fault#cutBefore} and {@link Fault#cutAfter}. */
    record Cut(Moment moment) implements Fault {}

    /** See {@link Fault#stale}. */
    record Stale() implements Fault {}

    /** See {@link Fault#halfDelivered}. */
    record HalfDelivered() implements Fault {}

    /** See {@link Fault#expired}. */
    record Expired() implements Fault {}

    /** See {@link Fault#throwing} and {@link Fault#throwingAfter}. */
    record Throwing(Moment moment, Supplier<? extends RuntimeException> exception) implements Fault {}

    /**
     * The other side does not answer, and nothing was done. A store throws its {@link dev.writeback.spi.StoreException},
     * a reporter throws, a work queue no longer holds what it claimed; the directory in memory answers UNAVAILABLE (52).
     */
    static Fault unavailable() {
        return unavailable(Extent.DIRECTORY);
    }

    /** The same; of a directory, with what it says of other entries. */
    static Fault unavailable(Extent extent) {
        return new Unavailable(extent);
    }

    /**
     * The port answers as it does for this kind of problem: a write refused with {@link ErrorCode#ENTRY_CONFLICT} is stale,
     * a lookup with {@link ErrorCode#ENTRY_NOT_FOUND} finds nothing. Nothing was done.
     */
    static Fault refused(ErrorCode code) {
        return new Refused(code);
    }

    /**
     * The directory in memory does nothing and answers this.
     *
     * @param code the LDAP result code
     * @param diagnosticMessage Active Directory's begin with eight hexadecimal digits, such as {@code 0000200E: SvcErr:
     *     DSID-00000000, problem 5001 (BUSY), data 0}
     */
    static Fault result(ResultCode code, String diagnosticMessage) {
        return new Result(code, diagnosticMessage);
    }

    /**
     * The other side has too much to do, and nothing was done. Ports say how long to wait in the action of their problem,
     * for they have no other place for it; the directory in memory answers BUSY (51), which says nothing of waiting.
     *
     * @param wait zero or more
     * @throws IllegalArgumentException if it is negative
     */
    static Fault throttled(Duration wait) {
        return new Throttled(wait);
    }

    /**
     * The call takes so long, by the pause that the plan was begun with, and then goes on as it would have.
     *
     * @param by zero or more
     * @throws IllegalArgumentException if it is negative
     */
    static Fault delay(Duration by) {
        return new Delay(by);
    }

    /**
     * The connection is cut, and nothing was done; the caller cannot know that. The outcome of a write is unknown; a store
     * and a reporter throw.
     */
    static Fault cutBefore() {
        return new Cut(Moment.BEFORE);
    }

    /**
     * The connection is cut after everything was done; the caller hears what it hears of {@link #cutBefore}. Of a store this
     * is more than its contract allows, and what a database does whose last answer is lost.
     */
    static Fault cutAfter() {
        return new Cut(Moment.AFTER);
    }

    /**
     * What is read is old: a lookup answers what was told of the entry when it was last looked at; a search in the directory in
     * memory finds what is there and shows what was there before the last change. Where nothing older is known, nothing
     * goes wrong, and nothing counts as injected. A lookup is stale even if a mark was asked for, which a sound sink
     * heeds: what follows from it is worse than what a directory of several servers does.
     */
    static Fault stale() {
        return new Stale();
    }

    /**
     * Only the first half of the answer comes. Of a page of a source or a watch that is the first half of its changes with
     * a place that leads to the same page; the next read fails, and the one after it finds the whole page. A lookup
     * answers for the first half of what is sought, and is unavailable for the rest. A search in the directory in memory
     * sends half of what it found, and then the connection is cut.
     */
    static Fault halfDelivered() {
        return new HalfDelivered();
    }

    /**
     * A source no longer knows the place to read on from, a watch can no longer tell what changed. To who reads from the
     * start nothing of the kind happens, and nothing counts as injected.
     */
    static Fault expired() {
        return new Expired();
    }

    /** The port breaks its contract with this exception, a new one each time, and does nothing. */
    static Fault throwing(Supplier<? extends RuntimeException> exception) {
        return new Throwing(Moment.BEFORE, exception);
    }

    /** The port does what it is to do, and then breaks its contract with this exception. */
    static Fault throwingAfter(Supplier<? extends RuntimeException> exception) {
        return new Throwing(Moment.AFTER, exception);
    }

    /** Whether such a call can fail like this. */
    default boolean canMeet(Call call) {
        return Chances.of(this).contains(call);
    }
}
