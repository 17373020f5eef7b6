package dev.writeback.testkit.fault;

import java.util.List;
import java.util.function.Supplier;

/** Calls that can fail in one way only. */
final class Trouble {

    private Trouble() {}

    /** A call that cannot fail but by an exception. */
    static <T> T throwing(Injection faults, Call call, Supplier<T> real) {
        return instead(faults, call, real, real);
    }

    /** A call that touches nothing, with what it answers when it fails. */
    static <T> T instead(Injection faults, Call call, Supplier<T> real, Supplier<T> failed) {
        return faults.strike(call, Parts::none)
                .map(strike -> strike.meet(real, fault -> failed.get()))
                .orElseGet(real);
    }

    /** A call of a store. */
    static <T> T ofStore(Injection faults, Call call, Supplier<List<Touched>> parts, Supplier<T> real) {
        return faults.strike(call, parts)
                .map(strike -> strike.meet(real, fault -> {
                    throw Sayings.ofStore(call);
                }))
                .orElseGet(real);
    }

    /** A call of a store that answers nothing. */
    static void ofStore(Injection faults, Call call, Supplier<List<Touched>> parts, Runnable real) {
        Supplier<Boolean> done = () -> {
            real.run();
            return true;
        };
        ofStore(faults, call, parts, done);
    }
}
