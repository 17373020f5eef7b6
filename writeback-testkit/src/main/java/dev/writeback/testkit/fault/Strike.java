package dev.writeback.testkit.fault;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A fault on its way to a call. */
public final class Strike {

    private final Injected injected;
    private final When when;

    private final Runnable undone;
    private final Supplier<Optional<Strike>> next;

    Strike(Injected injected, When when, Runnable undone, Supplier<Optional<Strike>> next) {
        this.injected = injected;
        this.when = when;
        this.undone = undone;
        this.next = next;
    }

    /** What the call is to meet. */
    public Fault fault() {
        return injected.fault();
    }

    /** Takes it back, because there was nothing to have an effect on: it does not count as injected. */
    public void withdraw() {
        undone.run();
    }

    /** Takes it back; the fault of the next line of the plan that strikes this call, which counts as injected then. */
    Optional<Strike> instead() {
        withdraw();
        return next.get();
    }

    /** Whether it is for some parts of a call only. */
    boolean isNarrow() {
        return when.isNarrow();
    }

    /** Whether it is for this part of the call. */
    boolean hits(Touched touched) {
        return when.concerns(touched);
    }

    /** Whether it comes before the call takes effect. */
    boolean isBefore() {
        if (fault() instanceof Fault.Cut cut) {
            return cut.moment() == Fault.Moment.BEFORE;
        }
        return !(fault() instanceof Fault.Throwing it) || it.moment() == Fault.Moment.BEFORE;
    }

    /** What a call of a store throws because of it. */
    RuntimeException thrown(Call call) {
        return fault() instanceof Fault.Throwing it ? it.exception().get() : Sayings.ofStore(call);
    }

    /**
     * Has the call take effect if the fault comes after that, and fail then.
     *
     * @param real the effect, and what it would have answered
     * @param failed how the port shows a fault that is no exception
     */
    <T> T meet(Supplier<T> real, Function<Fault, T> failed) {
        if (!isBefore()) {
            // What it would have answered is what the caller never hears.
            var unused = real.get();
        }
        if (fault() instanceof Fault.Throwing throwing) {
            throw throwing.exception().get();
        }
        return failed.apply(fault());
    }
}
