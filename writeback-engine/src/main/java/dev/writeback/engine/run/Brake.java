package dev.writeback.engine.run;

import dev.writeback.plan.Problem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What ends a run early: whoever sees the reason pulls it, and every worker stops before its next write. */
public final class Brake {

    /** Why a run ends early. */
    public enum Cause {
        /** It was asked to. */
        STOPPED,
        /** It would destroy too much. */
        HELD,
        /** The directory does not answer. */
        DIRECTORY_UNREACHABLE,
        /** The store cannot keep or give back what it should. */
        STORE_FAILED
    }

    /** Why a run ended early, for a program and for a person. */
    public record Reason(Cause cause, Problem problem) {}

    private final BooleanSupplier closing;
    private final AtomicReference<@Nullable Reason> pulled = new AtomicReference<>();

    /** A brake that pulls itself once this says so. */
    public Brake(BooleanSupplier closing) {
        this.closing = closing;
    }

    /** Ends the run; only the first reason counts. */
    void pull(Cause cause, Problem problem) {
        pulled.compareAndSet(null, new Reason(cause, problem));
    }

    /** Whether nothing more is to be begun. */
    public boolean isPulled() {
        return pulled.get() != null || closing.getAsBoolean();
    }

    /** Why, if it is. */
    public Optional<Reason> reason() {
        Reason reason = pulled.get();
        if (reason == null && closing.getAsBoolean()) {
            reason = new Reason(Cause.STOPPED, Problems.stopped());
        }
        return Optional.ofNullable(reason);
    }
}
